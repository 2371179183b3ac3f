import { type Series } from './seriesOf';

/** An alert from when it began to fire until it ended; times in ms since 1970. */
export interface Episode {
  readonly labels: Readonly<Record<string, string>>;
  /** Nothing when it fired already when the history begins. */
  readonly began?: number;
  /** When it was first seen to be over; nothing while it fires. */
  readonly ended?: number;
}

/**
 * What the history of alerts tells. A moment without a sample of an alert is its end only when anything else was seen
 * then: Prometheus itself may have been away.
 *
 * @param watched moments at which Prometheus was there
 */
export function episodes(history: readonly Series[], watched: readonly number[]): Episode[] {
  const fired = history.filter(({ points }) => points.length > 0);
  const moments = [...new Set([...watched, ...fired.flatMap(timesOf)])].sort((a, b) => a - b);
  return fired.flatMap((series) => {
    const firing = new Set(timesOf(series));
    const found: Episode[] = [];
    moments.forEach((moment, i) => {
      const before = moments[i - 1];
      const wasFiring = before !== undefined && firing.has(before);
      if (firing.has(moment) && !wasFiring) {
        found.push({ labels: series.labels, ...(before !== undefined && { began: moment }) });
      }
      const last = found.at(-1);
      if (last && !firing.has(moment) && wasFiring) {
        found[found.length - 1] = { ...last, ended: moment };
      }
    });
    return found;
  });
}

const timesOf = ({ points }: Series): number[] => points.map(({ time }) => time);
