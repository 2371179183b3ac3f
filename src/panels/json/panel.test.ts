import { type Panel } from '../../catalog/kinds/dashboard';
import { type Query } from '../../catalog/kinds/query';
import { own } from '../../catalog/kinds/source';
import { type System } from '../../catalog/kinds/system';
import { DEFAULT_SETTINGS } from '../../catalog/settings/defaults';
import { thresholds } from '../../catalog/kinds/threshold';
import { panel } from './panel';

const system: System = {
  id: 'shop',
  title: 'Shop',
  description: '',
  thresholds: [],
  metrics: [],
  queries: [],
  alerts: [],
  dashboards: [],
};
const place = {
  system,
  dashboard: { uid: 'shop', title: 'Shop', description: '', rows: [] },
  settings: DEFAULT_SETTINGS,
};
const { orders, share } = thresholds('shop', DEFAULT_SETTINGS, {
  orders: { title: 'Orders', unit: 'count', levels: { warning: '> 3', critical: '> 7' }, sources: {} },
  share: { title: 'Share', unit: 'percent', levels: { critical: '< 60' }, sources: {} },
});
const query: Query = {
  id: 'shop.days',
  title: 'Days',
  columns: { day: 'text', week: 'date', first_order: 'instant', rate: 'percent', orders: 'integer' },
  sql: ({ from, to, limit }) => `SELECT 1 WHERE ${from} < ${to} LIMIT ${limit}`,
  source: own('a test'),
};
const draw = (changes: Partial<Panel>) =>
  JSON.parse(
    JSON.stringify(
      panel(
        {
          title: 'Orders',
          question: 'How many?',
          draw: 'timeseries',
          data: { kind: 'promql', expr: 'orders', legend: 'orders' },
          width: 12,
          ...changes,
        },
        1,
        place
      ).build()
    )
  );
const overrideOf = (drawn: ReturnType<typeof draw>, name: string): Record<string, unknown> => {
  const overrides: Array<{ matcher: { options: string }; properties: Array<{ id: string; value: unknown }> }> =
    drawn.fieldConfig.overrides;
  return Object.fromEntries(
    overrides
      .filter(({ matcher }) => matcher.options === name)
      .flatMap(({ properties }) => properties.map(({ id, value }) => [id, value]))
  );
};

describe('values over time', () => {
  it('leave room above the highest line, so that it is seen while all is well', () => {
    expect(draw({ threshold: orders }).fieldConfig.defaults.custom).toMatchObject({ axisSoftMin: 0, axisSoftMax: 10 });
    expect(draw({}).fieldConfig.defaults.custom.axisSoftMax).toBeUndefined();
  });

  it('show a share on its whole scale', () => {
    expect(draw({ threshold: share }).fieldConfig.defaults).toMatchObject({ min: 0, max: 1, unit: 'percentunit' });
  });

  it.each([
    ['label values', { kind: 'promql', expr: 'orders', legend: '{{kind}}' }, true],
    ['one series', { kind: 'promql', expr: 'orders', legend: 'orders' }, false],
    ['one column', { kind: 'sql', query, lines: { time: 'day', legends: { rate: 'rate' } } }, false],
    ['two columns', { kind: 'sql', query, lines: { time: 'day', legends: { rate: 'rate', orders: 'orders' } } }, true],
  ] as const)('have a legend only when there is more than one: %s', (_, data, shown) => {
    expect(draw({ data }).options.legend.showLegend).toBe(shown);
  });

  it('can be two queries in one panel, days in the zone of the buckets, shares as parts of one', () => {
    const lines = { time: 'day', legends: { rate: 'ours' } };
    const { targets } = draw({
      data: [
        { kind: 'sql', query, lines },
        { kind: 'promql', expr: 'orders', legend: 'b' },
      ],
    });
    expect(targets.map(({ refId }: { refId: string }) => refId)).toEqual(['A', 'B']);
    expect(targets[0]).toMatchObject({ format: 'time_series' });
    expect(targets[0].rawSql).toContain(
      `CAST("day" AS timestamp) AT TIME ZONE 'UTC' AS "time", "rate" / 100 AS "ours"`
    );
  });

  it('show of a name what people read, when the name has more', () => {
    expect(draw({ rename: { from: '.*;(.*)', to: '$1' } }).transformations).toEqual([
      { id: 'renameByRegex', options: { regex: '.*;(.*)', renamePattern: '$1' } },
    ]);
  });
});

describe('a table', () => {
  const drawn = draw({ draw: 'table', data: { kind: 'sql', query }, threshold: orders });

  it('titles its columns in words, percents as such, and keeps days and instants whole', () => {
    expect(overrideOf(drawn, 'first_order')).toMatchObject({ displayName: 'First order', 'custom.width': 180 });
    expect(overrideOf(drawn, 'day')).toMatchObject({ displayName: 'Day', 'custom.width': 110 });
    expect(overrideOf(drawn, 'rate')).toMatchObject({ unit: 'percent' });
  });

  it('writes whole counts and has no column too narrow to read', () => {
    expect(drawn.fieldConfig.defaults).toMatchObject({ unit: 'locale', custom: { minWidth: 60 } });
  });

  it('shows a day that is an instant as its date, in every zone', () => {
    expect(drawn.targets[0].rawSql).toContain(`to_char("week", 'YYYY-MM-DD') AS "week"`);
  });
});

describe('a single value', () => {
  it('has words for its states, and none of them when there is no value', () => {
    const drawn = draw({ draw: 'stat', states: [{ value: 1, text: 'up', color: 'green' }] });
    expect(drawn.fieldConfig.defaults).toMatchObject({
      noValue: 'unknown',
      mappings: [
        { type: 'value', options: { 1: { text: 'up', color: 'green' } } },
        { type: 'special', options: { match: 'null+nan', result: { text: 'unknown', color: 'text' } } },
      ],
    });
  });
});

it('names each of several runbooks', () => {
  const titles = (runbook: Panel['runbook']) =>
    draw({ runbook }).links.map(({ title, url }: { title: string; url: string }) => [title, url.split('/').at(-1)]);
  expect(titles('A')).toEqual([['Runbook', 'A.md']]);
  expect(titles(['A', 'B'])).toEqual([
    ['Runbook: A', 'A.md'],
    ['Runbook: B', 'B.md'],
  ]);
});
