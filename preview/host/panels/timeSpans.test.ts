import { type Field, FieldType } from '@grafana/data';

import { timeSpans } from './timeSpans';

const MINUTE = 60_000;
const time = (...minutes: number[]): Field<number> => ({
  name: 'Time',
  type: FieldType.time,
  config: { interval: MINUTE },
  values: minutes.map((minute) => minute * MINUTE),
});
const value = (...values: Array<number | null>): Field => ({
  name: 'up',
  type: FieldType.number,
  config: {},
  values,
  display: (raw) => ({ text: raw === 1 ? 'up' : 'down', numeric: Number(raw) }),
});
const inMinutes = (spans: ReturnType<typeof timeSpans>) =>
  spans.map(({ from, to, shown }) => [from / MINUTE, to / MINUTE, shown.text]);

describe('the spans of a state timeline', () => {
  it('join neighbours that look the same', () => {
    expect(inMinutes(timeSpans(time(0, 1, 2, 3), value(1, 1, 0, 1), 4 * MINUTE))).toEqual([
      [0, 2, 'up'],
      [2, 3, 'down'],
      [3, 4, 'up'],
    ]);
  });

  it('leave a gap where samples are missing, and where there is no value', () => {
    expect(inMinutes(timeSpans(time(0, 1, 10), value(1, 1, 1), 11 * MINUTE))).toEqual([
      [0, 2, 'up'],
      [10, 11, 'up'],
    ]);
    expect(inMinutes(timeSpans(time(0, 1, 2), value(1, null, 1), 3 * MINUTE))).toEqual([
      [0, 1, 'up'],
      [2, 3, 'up'],
    ]);
  });

  it('end where the range ends', () => {
    expect(inMinutes(timeSpans(time(0), value(1), MINUTE / 2))).toEqual([[0, 0.5, 'up']]);
  });
});
