const MOST_POINTS = 11_000;
const SHORTEST_MS = 15_000;
const UNIT_MS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

interface Wanted {
  readonly rangeMs: number;
  readonly intervalMs: number;
  /** The query's own shortest step, such as "1m". */
  readonly interval?: string | undefined;
}

/** Milliseconds between the samples of a range query: as the panel is wide, but never more than Prometheus answers. */
export function stepMs({ rangeMs, intervalMs, interval = '' }: Wanted): number {
  const [, digits, unit = ''] = /^(\d+)(ms|s|m|h|d)$/.exec(interval) ?? [];
  const own = digits === undefined ? SHORTEST_MS : Number(digits) * (UNIT_MS[unit] ?? 0);
  return Math.max(intervalMs, own, Math.ceil(rangeMs / MOST_POINTS), 1);
}
