import { seconds } from '../src/catalog/exact/duration';
import { type Clock } from './clock';
import { type Failure } from './errorReason';
import { ageSeconds } from './registry';
import { type Source } from './source';

/** How a source does, for people and probes. Ids, times and our own words only. */
export interface SourceHealth {
  readonly source: string;
  readonly up: boolean;
  /** `null` until the source has been read once. */
  readonly ageSeconds: number | null;
  readonly everySeconds: number;
  readonly durationSeconds: number | null;
  readonly failure?: Failure & { readonly forSeconds: number };
}

/** Values older than so many rounds are too old to be ready. */
const ROUNDS = 3;

export function healthOf(source: Source, clock: Clock): SourceHealth {
  const reading = source.reading();
  const outage = source.outage();
  return {
    source: source.query.id,
    up: reading !== undefined && outage === undefined,
    ageSeconds: rounded(ageSeconds(source, clock)),
    everySeconds: seconds(source.query.tier.every),
    durationSeconds: rounded(reading && reading.durationMs / 1000),
    ...(outage && {
      failure: {
        reason: outage.reason,
        ...(outage.code && { code: outage.code }),
        remedy: outage.remedy,
        forSeconds: rounded((clock() - outage.since) / 1000) ?? 0,
      },
    }),
  };
}

/** Why the exporter is not ready, a line per source; empty when every source was read and none is too old. */
export function notReady(sources: readonly SourceHealth[]): string[] {
  return sources.flatMap(({ source, ageSeconds: age, everySeconds, failure }) => {
    const why = failure ? ` (${failure.reason}): ${failure.remedy}` : '.';
    if (age === null) {
      return [`${source} has not been read yet${why}`];
    }
    const limit = ROUNDS * everySeconds;
    return age > limit ? [`${source} was read ${age} s ago, more than ${limit} s${why}`] : [];
  });
}

const rounded = (value: number | undefined) => (value === undefined ? null : Math.round(value * 1000) / 1000);
