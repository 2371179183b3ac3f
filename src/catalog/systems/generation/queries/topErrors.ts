import { literal } from '../../../sql/literal';
import { generationMetrics as metrics, OTHER, TOP } from '../metrics';
import { ABOUT_ERRORS } from './failureCounts';
import { type Cell, type Cells } from './oneRow';

/** A fingerprint as the database makes it: whatever else an application writes there is among the others. */
const FINGERPRINT = literal('^[0-9a-f]{16}$');

/** The errors of `failure` as a table `error`: one row a fingerprint, ranked by how often it happened. */
export const errorRanks = (): string => `error AS MATERIALIZED (
  SELECT fingerprint, sum(failures) AS occurrences, min(first_at) AS first_at,
    row_number() OVER (ORDER BY fingerprint ~ ${FINGERPRINT} DESC NULLS LAST, sum(failures) DESC, fingerprint) AS rank
  FROM failure
  WHERE ${ABOUT_ERRORS}
  GROUP BY fingerprint
  HAVING sum(failures) > 0
)`;

const RANKED = `fingerprint ~ ${FINGERPRINT} AND rank`;

/** The most frequent errors side by side, and how often all others happened. */
export const topErrors = (): Cells => ({
  ...Object.fromEntries(
    Array.from({ length: TOP }, (_, i) => i + 1).flatMap((rank): Array<[string, Cell]> => [
      [`error_${rank}`, { sql: `min(fingerprint) FILTER (WHERE ${RANKED} = ${rank})`, type: 'text' }],
      [
        `error_${rank}_occurrences`,
        {
          sql: `CAST(sum(occurrences) FILTER (WHERE ${RANKED} = ${rank}) AS bigint)`,
          type: 'integer',
          feed: { metric: metrics.occurrences, labels: { fingerprint: { column: `error_${rank}` }, window: '7d' } },
        },
      ],
    ])
  ),
  other_occurrences: {
    sql: `CAST(coalesce(sum(occurrences) FILTER (WHERE NOT coalesce(${RANKED} <= ${TOP}, false)), 0) AS bigint)`,
    type: 'integer',
    feed: { metric: metrics.occurrences, labels: { fingerprint: OTHER, window: '7d' } },
  },
});

/** Errors that began after an instant. */
export const newErrors = (since: string): Cells => ({
  new_errors: {
    sql: `CAST(count(*) FILTER (WHERE fingerprint IS NOT NULL AND first_at >= ${since}) AS integer)`,
    type: 'integer',
    feed: { metric: metrics.newFingerprints, labels: { window: '24h' } },
  },
});
