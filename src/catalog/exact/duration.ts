const SECONDS = { s: 1, m: 60, h: 3600, d: 86400 } as const;

/** A Prometheus duration of one unit, such as `90s`, `5m`, `24h`, `7d`. */
export type Duration = `${number}${keyof typeof SECONDS}`;

export function isDuration(text: string): text is Duration {
  return /^\d+[smhd]$/.test(text);
}

export function seconds(duration: Duration): number {
  const unit = duration.slice(-1) as keyof typeof SECONDS;
  return Number(duration.slice(0, -1)) * SECONDS[unit];
}

/** So many times as long, in the same unit: `multiple('1h', 6)` is `6h`. */
export const multiple = (duration: Duration, factor: number): Duration =>
  `${Number(duration.slice(0, -1)) * factor}${duration.slice(-1) as keyof typeof SECONDS}`;

const WORDS = { s: 'second', m: 'minute', h: 'hour', d: 'day' } as const;

/** For texts that people read: `24h` is "24 hours", `1m` is "1 minute". */
export function inWords(duration: Duration): string {
  const count = Number(duration.slice(0, -1));
  return `${count} ${WORDS[duration.slice(-1) as keyof typeof WORDS]}${count === 1 ? '' : 's'}`;
}
