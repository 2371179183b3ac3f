/** An ISO instant of any zone as UTC, to the second: `2025-01-13T15:30:45Z`. */
export const utc = (instant: string): string => `${new Date(instant).toISOString().slice(0, 19)}Z`;
