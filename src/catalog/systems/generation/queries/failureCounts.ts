import { FAILURE_CATEGORIES, SEVERITIES, type Settings } from '../../../settings/settings';
import { type Range } from '../../../sql/instant';
import { literal } from '../../../sql/literal';
import { occurrenceRows } from '../occurrenceRows';
import { FRAMEWORKS, generationMetrics as metrics, type Window } from '../metrics';
import { frameworkOf } from './frameworkOf';
import { knownOr } from './knownOr';
import { type Cell, type Cells } from './oneRow';
import { rowsWithin } from './tableRange';

/** `grouped` of the rows of each kind: a bit is set for what a row is not about. */
const KIND = { error: 3, user: 5, project: 6 } as const;

/**
 * The failures of a range, read once: a table `failure` of how many there are of each kind of error, of each user and of each
 * project; `grouped` tells which of the three a row is about.
 *
 * @param counts columns of counts, each with the condition of what it counts, made of `at`
 */
export const failureGroups = (
  settings: Settings,
  range: Range,
  counts: Readonly<Record<string, string>> & { readonly failures: string }
): string => `failure AS MATERIALIZED (
  SELECT category, severity, framework, fingerprint, user_id, project_id,
    grouping(category, user_id, project_id) AS grouped, min(at) AS first_at,
    ${Object.entries(counts)
      .map(([name, condition]) => `count(*) FILTER (WHERE ${condition}) AS ${name}`)
      .join(', ')}
  FROM (
    SELECT ${knownOr('failure_category', FAILURE_CATEGORIES, 'unknown')} AS category,
      ${knownOr('severity', SEVERITIES, 'medium')} AS severity, ${frameworkOf('framework')} AS framework,
      fingerprint, user_id, project_id, at
    FROM ${rowsWithin(settings, occurrenceRows(settings), range, READ)} AS stored
  ) AS occurrence
  GROUP BY GROUPING SETS ((category, severity, framework, fingerprint), (user_id), (project_id))
)`;

const READ = ['failure_category', 'severity', 'framework', 'fingerprint', 'user_id', 'project_id'] as const;

/** The rows of `failure` about errors: every failure is in one of them. */
export const ABOUT_ERRORS = `grouped = ${KIND.error}`;

/** How many failures of `failure` a count has. */
export const failureSum = (count: string, condition = 'true'): string =>
  `CAST(coalesce(sum(${count}) FILTER (WHERE ${ABOUT_ERRORS} AND ${condition}), 0) AS bigint)`;

/** What `failure` comes to over a window: whole numbers, with their zeros. */
export function failureCounts(window: Window): Cells {
  const sum = (feed: Cell['feed'], condition?: string): Cell => ({
    sql: failureSum('failures', condition),
    type: 'integer',
    ...(feed && { feed }),
  });
  const different = (kind: 'user' | 'project'): string =>
    `CAST(count(*) FILTER (WHERE grouped = ${KIND[kind]} AND ${kind}_id IS NOT NULL AND failures > 0) AS integer)`;
  return {
    failures: sum({ metric: metrics.attempts, labels: { outcome: 'failure', window } }),
    ...each(FAILURE_CATEGORIES, (category) => [
      category,
      sum({ metric: metrics.failuresByCategory, labels: { category, window } }, `category = ${literal(category)}`),
    ]),
    ...each(SEVERITIES, (severity) => [
      `severity_${severity}`,
      sum({ metric: metrics.failuresBySeverity, labels: { severity, window } }, `severity = ${literal(severity)}`),
    ]),
    ...each(FRAMEWORKS, (framework) => [
      `${framework}_failures`,
      sum(
        { metric: metrics.frameworkAttempts, labels: { framework, outcome: 'failure', window } },
        `framework = ${literal(framework)}`
      ),
    ]),
    users: { sql: different('user'), type: 'integer', feed: { metric: metrics.usersAffected, labels: { window } } },
    projects: {
      sql: different('project'),
      type: 'integer',
      feed: { metric: metrics.projectsAffected, labels: { window } },
    },
  };
}

const each = <Value extends string>(values: readonly Value[], cell: (value: Value) => [string, Cell]): Cells =>
  Object.fromEntries(values.map(cell));
