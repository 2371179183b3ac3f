/** Lengths of time in milliseconds; instants of the plan are milliseconds since 1970, always whole. */
export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
