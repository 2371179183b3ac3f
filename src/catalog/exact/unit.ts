import { decimal, rounded, times, type Decimal } from './decimal';

/** How a unit of the documents becomes the base unit of a series, a text and a Grafana panel. */
interface UnitDefinition {
  /** Series value = documented value × factor, in exact decimals. */
  readonly factor: `${number}`;
  /** 1 / factor, also exact. */
  readonly inverse: `${number}`;
  /** Printed behind a documented value: `60 %`. */
  readonly symbol: string;
  /** Go template that renders the series value `$value` in the documented unit, without rounding it past a bound. */
  readonly template: string;
  /** Grafana's id of the series' unit. */
  readonly grafana: string;
}

/** Six decimals, moved `shift` places to the right as text: templates have no arithmetic, and rounding hides a breach. */
function shifted(shift: number): string {
  const move = `reReplaceAll "^(-?\\\\d+)\\\\.(\\\\d{${shift}})(\\\\d*)$" "$\{1}$\{2}.$3"`;
  return `{{ printf "%.6f" $value | ${move} | reReplaceAll "^(-?)0+(\\\\d)" "$1$2" | reReplaceAll "\\\\.?0+$" "" }}`;
}
const PLAIN = '{{ printf "%.6f" $value | reReplaceAll "\\\\.?0+$" "" }}';

const UNITS = {
  percent: { factor: '0.01', inverse: '100', symbol: ' %', template: shifted(2), grafana: 'percentunit' },
  milliseconds: { factor: '0.001', inverse: '1000', symbol: ' ms', template: shifted(3), grafana: 's' },
  seconds: { factor: '1', inverse: '1', symbol: ' s', template: PLAIN, grafana: 's' },
  count: { factor: '1', inverse: '1', symbol: '', template: PLAIN, grafana: 'locale' },
  // Templates can ask Prometheus to divide, and six decimals of a MiB show a single byte.
  mebibytes: {
    factor: '1048576',
    inverse: '0.00000095367431640625',
    symbol: ' MiB',
    template: `{{ printf "%f / 1048576" $value | query | first | value | printf "%.6f" | reReplaceAll "\\\\.?0+$" "" }}`,
    grafana: 'bytes',
  },
  times: { factor: '1', inverse: '1', symbol: ' ×', template: PLAIN, grafana: 'suffix: ×' },
  perHour: { factor: '1', inverse: '1', symbol: ' /h', template: PLAIN, grafana: 'suffix: /h' },
} as const satisfies Record<string, UnitDefinition>;

export type Unit = keyof typeof UNITS;

export const unitDefinition = (unit: Unit): UnitDefinition => UNITS[unit];

/** 60 percent is 0.6 in the series. */
export function inSeriesUnit(value: Decimal, unit: Unit): Decimal {
  return times(value, decimal(UNITS[unit].factor));
}

/** 0.6 in the series is 60 percent. Exact, because every factor is a power of ten or of two. */
export function inDocumentedUnit(value: Decimal, unit: Unit): Decimal {
  return times(value, decimal(UNITS[unit].inverse));
}

/** Finer than any text shows a value. */
const SHOWN_DECIMALS = 6;

/** A series value as texts show it, without the unit's symbol: what the unit's template makes of it. */
export const shownInDocumentedUnit = (value: Decimal, unit: Unit): Decimal =>
  rounded(inDocumentedUnit(value, unit), SHOWN_DECIMALS);

/** The value of a firing alert as people read it: a Go template for `$value`, followed by the unit's symbol. */
export function valueTemplate(unit: Unit): string {
  return `${UNITS[unit].template}${UNITS[unit].symbol}`;
}
