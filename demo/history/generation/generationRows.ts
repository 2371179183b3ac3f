import { FAILURE_CATEGORIES, SEVERITIES } from '../../../src/catalog/settings/settings';
import { frameworkOf } from '../../../src/catalog/systems/generation/queries/frameworkOf';
import { jsonNumber } from '../../../src/catalog/systems/generation/queries/jsonNumber';
import { knownOr } from '../../../src/catalog/systems/generation/queries/knownOr';
import { PHASES } from '../../../src/catalog/systems/generation/queries/phaseDurations';
import { measured } from '../../../src/catalog/systems/generation/queries/successCounts';
import { rowsWithin } from '../../../src/catalog/systems/generation/queries/tableRange';
import { identifier } from '../../../src/catalog/sql/identifier';
import { rangeOf } from '../../../src/catalog/sql/range';
import { type Replayed } from '../replay';

/** Rows of a range by their time, as the exporter's statements see them; times in milliseconds, to the microsecond. */
export interface FailureRow {
  readonly at: number;
  readonly category: string;
  readonly severity: string;
  readonly framework: string;
  readonly fingerprint: string | null;
  readonly user: string | null;
  readonly project: string | null;
  readonly type: string;
  /** Whether it is one of the strikes that made a test. */
  readonly answered: boolean;
}

export interface SuccessRow {
  readonly at: number;
  readonly framework: string;
  readonly duration: number | null;
  readonly build: number | null;
  readonly memory: number | null;
  readonly files: number | null;
  /** Name and seconds. */
  readonly phases: ReadonlyArray<readonly [string, number | null]> | null;
}

type Source = Pick<Replayed, 'ask' | 'catalog'>;

export const milliseconds = (instant: string): string => `CAST(extract(epoch FROM ${instant}) * 1000 AS float8)`;
const RANGE = rangeOf({ from: '$1', to: '$2' });
const instants = (from: number, to: number) => [new Date(from).toISOString(), new Date(to).toISOString()];

export function failureRows({ ask, catalog: { settings } }: Source, from: number, to: number): Promise<FailureRow[]> {
  const rows = rowsWithin(settings, settings.generation.failures, RANGE, [
    'failure_category',
    'severity',
    'framework',
    'fingerprint',
    'user_id',
    'project_id',
    'error_type',
    'test_generated',
  ]);
  return ask(
    `SELECT ${milliseconds('at')} AS at, ${knownOr('failure_category', FAILURE_CATEGORIES, 'unknown')} AS category,
       ${knownOr('severity', SEVERITIES, 'medium')} AS severity, ${frameworkOf('framework')} AS framework, fingerprint,
       CAST(user_id AS text) AS user, CAST(project_id AS text) AS project, error_type AS type, test_generated IS TRUE AS answered
     FROM ${rows} AS stored ORDER BY 1`,
    instants(from, to)
  );
}

export function successRows({ ask, catalog: { settings } }: Source, from: number, to: number): Promise<SuccessRow[]> {
  const { analytics } = settings.generation;
  const rows = rowsWithin(
    settings,
    analytics,
    RANGE,
    ['framework', 'metadata'],
    [identifier(analytics.columns.success)]
  );
  return ask(
    `SELECT ${milliseconds('at')} AS at, ${frameworkOf('framework')} AS framework,
       ${(['duration', 'build', 'memory', 'files'] as const).map((name) => measured(name)).join(', ')},
       (SELECT json_agg(json_build_array(lower(element ->> 'name'), ${jsonNumber(`element -> 'duration'`)} / 1000))
        FROM jsonb_array_elements(${PHASES}) AS element) AS phases
     FROM (SELECT at, framework, CAST(metadata AS jsonb) AS metadata FROM ${rows} AS stored) AS stored ORDER BY 1`,
    instants(from, to)
  );
}
