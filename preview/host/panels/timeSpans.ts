import { type DisplayValue, type Field } from '@grafana/data';

/** A time during which a field had one value; milliseconds. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
  readonly shown: DisplayValue;
}

const MOST_MISSED = 3;
const DEFAULT_STEP_MS = 60_000;

/** The spans of a state timeline: neighbours that look the same are one, and a gap stays a gap. */
export function timeSpans(time: Field<number>, value: Field, end: number): TimeSpan[] {
  const stepMs = time.config.interval ?? DEFAULT_STEP_MS;
  const spans: TimeSpan[] = [];
  time.values.forEach((from, i) => {
    const raw: unknown = value.values[i];
    if (raw === null || raw === undefined) {
      return;
    }
    const next = time.values[i + 1] ?? Math.min(end, from + stepMs);
    const to = next - from > stepMs * MOST_MISSED ? from + stepMs : next;
    const shown = value.display?.(raw) ?? { text: String(raw), numeric: Number(raw) };
    const last = spans.at(-1);
    if (last && last.to >= from && last.shown.text === shown.text && last.shown.color === shown.color) {
      spans[spans.length - 1] = { ...last, to };
    } else {
      spans.push({ from, to, shown });
    }
  });
  return spans;
}
