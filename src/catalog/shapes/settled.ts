import { type Duration } from '../exact/duration';

/** Finest difference that a ratio of rates can show. */
export const SETTLED = '0.000001';

/** rate() leaves float dust: a quarter of all exact ratios would miss their own decimal without this. */
export const settled = (expr: string): string => `round(${expr}, ${SETTLED})`;

/** A rate has a value from the second sample on, however long its window is. */
export const SECOND_SAMPLE: Duration = '1s';
