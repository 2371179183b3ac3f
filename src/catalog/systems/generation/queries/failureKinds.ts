import { type Query } from '../../../kinds/query';
import { quote } from '../../../kinds/source';
import { FAILURE_CATEGORIES, SEVERITIES, type Settings } from '../../../settings/settings';
import { literal } from '../../../sql/literal';
import { rangeOf } from '../../../sql/range';
import { occurrenceRows } from '../occurrenceRows';
import { knownOr } from './knownOr';
import { rowsWithin } from './tableRange';

/** How many failures of the range are of each category, the most frequent first. */
export const categories = (settings: Settings): Query =>
  kinds(settings, {
    id: 'generation.categories',
    title: 'Failures by category',
    source: quote('generation', 'Metrics Tracked', 'Error distribution by category'),
    name: 'category',
    stored: 'failure_category',
    known: FAILURE_CATEGORIES,
    otherwise: 'unknown',
    order: 'failures DESC, place',
  });

/** How many failures of the range are of each severity, the worst first. */
export const severities = (settings: Settings): Query =>
  kinds(settings, {
    id: 'generation.severities',
    title: 'Failures by severity',
    source: quote('generation', 'generation_failures', 'low/medium/high/critical'),
    name: 'severity',
    stored: 'severity',
    known: SEVERITIES,
    otherwise: 'medium',
    order: 'place DESC',
  });

interface Kinds extends Pick<Query, 'id' | 'title' | 'source'> {
  readonly name: string;
  readonly stored: 'failure_category' | 'severity';
  readonly known: readonly string[];
  /** What a failure counts as that is of no known kind. */
  readonly otherwise: string;
  readonly order: string;
}

/** One row for each known kind, also where nothing is of it. */
const kinds = (settings: Settings, { name, stored, known, otherwise, order, ...about }: Kinds): Query => ({
  ...about,
  columns: {
    [name]: 'text',
    failures: 'integer',
    share: 'percent',
    users: 'integer',
    projects: 'integer',
    last_seen: 'instant',
  },
  sql: (parameters) => `WITH kind (${name}, place) AS (
  VALUES ${known.map((value, i) => `(${literal(value)}, ${i})`).join(', ')}
), failed AS (
  SELECT ${knownOr(stored, known, otherwise)} AS ${name}, user_id, project_id, at
  FROM ${rowsWithin(settings, occurrenceRows(settings), rangeOf(parameters), [stored, 'user_id', 'project_id'])} AS failure
)
SELECT ${name}, CAST(count(at) AS integer) AS failures,
  CAST(round(count(at) * 100.0 / nullif(sum(count(at)) OVER (), 0), 2) AS double precision) AS share,
  CAST(count(DISTINCT user_id) AS integer) AS users, CAST(count(DISTINCT project_id) AS integer) AS projects,
  max(at) AS last_seen
FROM kind LEFT JOIN failed USING (${name})
GROUP BY ${name}, place
ORDER BY ${order}`,
});
