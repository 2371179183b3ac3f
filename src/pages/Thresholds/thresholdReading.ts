import { type Catalog } from '../../catalog/catalog';
import { type System } from '../../catalog/kinds/system';
import { type Threshold } from '../../catalog/kinds/threshold';
import { type MetricQuery } from '../../datasource/query/query';
import { type Answers } from '../../shared/answers';
import { recordQuery } from '../../shared/recordQuery';
import { lastValues } from '../../shared/seriesOf';
import { marginOf, shownValue, worstFirst, type Margin } from './margin';
import { measuredBy } from './measuredBy';

/** What a threshold's number is now, or why that is not known. */
export type ThresholdReading =
  | {
      readonly kind: 'value';
      /** In the unit of the threshold, as decimal text. */
      readonly value: string;
      /** What the worst of several is told by; empty when there is only one. */
      readonly labels: Readonly<Record<string, string>>;
      readonly margin?: Margin;
      /** Its alert looks at the time before, too. */
      readonly remembers: boolean;
    }
  | { readonly kind: 'failed'; readonly message: string }
  /**
   * `quiet`: it has a value only while something is missing; `unmeasured`: no rule makes this number, which is part of what
   * another one means.
   */
  | { readonly kind: 'no-data' | 'quiet' | 'pending' | 'not-configured' | 'unmeasured' };

/** The present value of everything that the systems' thresholds judge. */
export const readingQueries = (systems: readonly System[]): MetricQuery[] => [
  ...new Map(
    systems
      .flatMap((system) => system.thresholds.flatMap(({ id }) => measuredBy(system, id) ?? []))
      .map(({ record }) => [record, recordQuery(record)])
  ).values(),
];

/** The readings by the id of the threshold; without answers there is nobody to ask. */
export const thresholdReadings = (
  { systems }: Pick<Catalog, 'systems'>,
  answers: Answers | undefined
): ReadonlyMap<string, ThresholdReading> =>
  new Map(
    systems.flatMap((system) =>
      system.thresholds.map((threshold) => [threshold.id, readingOf(system, threshold, answers)])
    )
  );

function readingOf(system: System, threshold: Threshold, answers: Answers | undefined): ThresholdReading {
  const shape = measuredBy(system, threshold.id);
  // What some shapes record is not the number that is judged.
  if (!shape || shape.reading) {
    return { kind: 'unmeasured' };
  }
  if (!answers) {
    return { kind: 'not-configured' };
  }
  const message = answers.error(shape.record);
  if (message !== undefined) {
    return { kind: 'failed', message };
  }
  const [worst] = lastValues(answers.frames(shape.record))
    .filter(({ value }) => Number.isFinite(value))
    .sort(worstFirst(threshold));
  if (!worst) {
    return { kind: answers.isPartial ? 'pending' : shape.kind === 'without' ? 'quiet' : 'no-data' };
  }
  const margin = marginOf(threshold, worst.value);
  return {
    kind: 'value',
    value: shownValue(threshold, worst.value),
    labels: worst.labels,
    remembers: shape.remembers !== undefined,
    ...(margin && { margin }),
  };
}
