import { type DataFrameJSON } from '@grafana/data';

import { type Column, frameJson } from '../frame';
import { type Rows } from './readRows';

interface Asked {
  readonly refId: string;
  readonly format: 'table' | 'time_series';
  readonly rowLimit: number;
}

/** By the type's number in PostgreSQL: bool, the integers, the floats, numeric, and the kinds of dates. */
const TYPES: Readonly<Record<number, Column['type']>> = {
  16: 'boolean',
  20: 'number',
  21: 'number',
  23: 'number',
  26: 'number',
  700: 'number',
  701: 'number',
  1700: 'number',
  1082: 'time',
  1114: 'time',
  1184: 'time',
};

/**
 * The rows of a statement as Grafana's PostgreSQL data source tells them: a column called "time" is the time also as seconds,
 * and a time series with text columns becomes one series per text.
 * @throws Error when a time series has no time column
 */
export function sqlFrame(rows: Rows, { refId, format, rowLimit }: Asked): DataFrameJSON {
  const columns = rows.columns.map(({ name, dataTypeID }, i): Column => {
    const type = TYPES[dataTypeID] ?? 'string';
    const values = rows.values.map((row) => valueOf(row[i] ?? null, type));
    return isTime(name) && type === 'number' ? asTime(name, values) : { name, type, values };
  });
  const meta = rows.cut
    ? { notices: [{ severity: 'warning' as const, text: `Results have been limited to ${rowLimit} rows.` }] }
    : {};
  return format === 'table'
    ? frameJson({ refId, meta }, columns)
    : frameJson({ refId, meta: { ...meta, type: 'timeseries-wide' as never } }, seriesOf(columns));
}

const isTime = (name: string): boolean => name.toLowerCase() === 'time';

/** Seconds become milliseconds; what is larger has to be milliseconds already. */
const asTime = (name: string, values: Column['values']): Column => ({
  name,
  type: 'time',
  values: values.map((value) =>
    typeof value !== 'number' ? null : Math.abs(value) < 1e11 ? Math.round(value * 1000) : Math.round(value)
  ),
});

function valueOf(text: string | null, type: Column['type']): number | string | boolean | null {
  if (text === null) {
    return null;
  }
  switch (type) {
    case 'number':
      return Number(text);
    case 'boolean':
      return text === 't';
    case 'time':
      return instantOf(text);
    default:
      return text;
  }
}

/** `2026-03-01 12:00:00.5+00`, or without a zone, which then is UTC as Grafana takes it. */
function instantOf(text: string): number | null {
  const [, date = '', time = '00:00:00', zone = '+00'] =
    /^(\S+?)(?:[ T](\d\d:\d\d:\d\d(?:\.\d+)?)([+-]\d\d(?::?\d\d)?)?)?$/.exec(text) ?? [];
  const instant = Date.parse(`${date}T${time}${zone.length === 3 ? `${zone}:00` : zone}`);
  return Number.isNaN(instant) ? null : instant;
}

function seriesOf(columns: readonly Column[]): Column[] {
  const time = columns.find(({ name, type }) => isTime(name) && type === 'time');
  if (!time) {
    throw new Error(
      "time column is missing; make sure your data includes a time column for time series format or switch to a table format that doesn't require it"
    );
  }
  const texts = columns.filter(({ type }) => type === 'string');
  const values = columns.filter((column) => column !== time && !texts.includes(column)).map(asNumbers);
  return texts.length === 0 ? [{ ...time, name: 'Time' }, ...values] : wide(time, texts, values);
}

const asNumbers = (column: Column): Column => ({
  ...column,
  type: 'number',
  values: column.values.map((value) => (value === null ? null : Number(value))),
});

function wide(time: Column, texts: readonly Column[], values: readonly Column[]): Column[] {
  const times = [...new Set(time.values)];
  const place = new Map(times.map((at, i) => [at, i]));
  const series = new Map<string, { name: string; labels: Record<string, string>; values: Array<number | null> }>();
  time.values.forEach((at, row) => {
    const labels = Object.fromEntries(texts.map(({ name, values: all }) => [name, String(all[row] ?? '')]));
    for (const { name, values: all } of values) {
      const key = JSON.stringify([name, labels]);
      const one = series.get(key) ?? { name, labels, values: times.map(() => null) };
      one.values[place.get(at) ?? 0] = all[row] as number | null;
      series.set(key, one);
    }
  });
  return [
    { ...time, name: 'Time', values: times },
    ...[...series.values()].map((one): Column => ({ ...one, type: 'number' })),
  ];
}
