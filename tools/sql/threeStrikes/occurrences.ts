import { SEVERITIES } from '../../../src/catalog/settings/settings';
import { literal } from '../../../src/catalog/sql/literal';
import { type Step } from '../script';
import { type Names } from './names';
import { keyType } from './ownObjects';

/** A counter that jumps by more, as in an import, is not a number of occurrences in this moment. */
const MOST_AT_ONCE = 1000;

const COPIED = [
  'error_type',
  'error_message',
  'failure_category',
  'severity',
  'fingerprint',
  'stack_trace',
  'framework',
  'user_id',
  'project_id',
  'user_request',
  'context',
] as const;

/** Where the application raises a counter: a row for each time it does, which alone can tell what happened within a window. */
export function countedSteps(names: Names, failureKey: string): readonly Step[] {
  const { failures, occurrences, errors } = names;
  const { occurrence_count, updated_at, id } = failures.columns;
  const columns = occurrences.columns;
  return [
    {
      says: 'A row for each time that the application raises the counter of an error: a counter cannot tell when.',
      sql: `DO $$
BEGIN
  IF to_regclass(${occurrences.regclass}) IS NULL THEN
    EXECUTE replace(${literal(
      `CREATE TABLE ${occurrences.table} (${[
        `${columns.id} bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY`,
        '"failure_id" #KEY#',
        ...COPIED.map((column) => `${columns[column]} ${column === 'context' ? 'jsonb' : 'text'}`),
        `${columns.test_generated} boolean NOT NULL DEFAULT false`,
        `${columns.created_at} timestamptz NOT NULL DEFAULT now()`,
      ].join(', ')})`
    )}, '#KEY#',
      ${keyType(failures.regclass, failureKey)});
    CREATE INDEX ON ${occurrences.table} (${columns.created_at});
  END IF;
END
$$`,
    },
    {
      sql: `CREATE OR REPLACE FUNCTION genwatch_count_occurrences() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT SET lock_timeout = '100ms' AS $body$
DECLARE
  raised bigint := coalesce(NEW.${occurrence_count}, 1);
  happened timestamptz := ${failures.at('NEW')};
BEGIN
  IF TG_OP = 'UPDATE' THEN
    raised := raised - coalesce(OLD.${occurrence_count}, 1);
    -- An application that forgets to write the time of the update still tells when, by updating.
    happened := CASE WHEN NEW.${updated_at} IS DISTINCT FROM OLD.${updated_at} THEN ${updatedAt(names)} ELSE now() END;
  END IF;
  INSERT INTO ${occurrences.table} ("failure_id", ${COPIED.map((column) => columns[column]).join(', ')}, ${columns.created_at})
  SELECT NEW.${id}, ${COPIED.map((column) => `NEW.${failures.columns[column]}`).join(', ')}, coalesce(happened, now())
  FROM generate_series(1, least(raised, ${MOST_AT_ONCE}));
  RETURN NULL;
EXCEPTION WHEN OTHERS THEN
  BEGIN
    INSERT INTO ${errors} (error_type, message) VALUES (NEW.${failures.columns.error_type}, SQLERRM);
  EXCEPTION WHEN OTHERS THEN
    RAISE WARNING 'genwatch: an occurrence was not counted, and that could not be stored: %', SQLERRM;
  END;
  RETURN NULL;
END
$body$`,
    },
    {
      sql: `CREATE OR REPLACE TRIGGER genwatch_count_occurrences AFTER INSERT ON ${failures.table} FOR EACH ROW
  EXECUTE FUNCTION genwatch_count_occurrences()`,
    },
    {
      sql: `CREATE OR REPLACE TRIGGER genwatch_count_more_occurrences AFTER UPDATE ON ${failures.table} FOR EACH ROW
  WHEN (NEW.${occurrence_count} > OLD.${occurrence_count})
  EXECUTE FUNCTION genwatch_count_occurrences()`,
    },
  ];
}

function updatedAt({ failures }: Names): string {
  const { type, zone } = failures.createdAt;
  const column = `NEW.${failures.columns.updated_at}`;
  return type === 'timestamptz' ? column : `(${column} AT TIME ZONE ${literal(zone)})`;
}

/** What the documents call occurrence_count, whoever counts. */
export function occurrencesViewStep({ occurrences, occurrencesView }: Names): Step {
  const row = (column: keyof typeof occurrences.columns) => `failure.${occurrences.columns[column]}`;
  const rank = `array_position(ARRAY[${SEVERITIES.map(literal).join(', ')}], ${row('severity')}::text)`;
  const print = `coalesce(${row('fingerprint')}::text, genwatch_fingerprint(${row('error_type')}::text, ${row('error_message')}::text))`;
  return {
    says: 'Failures by fingerprint: how often exactly this error happened. Of a severity the worst; the message is an example.',
    sql: `CREATE OR REPLACE VIEW ${occurrencesView} AS
SELECT ${print} AS fingerprint, max(${row('error_type')}::text) AS error_type,
  coalesce(max(${row('failure_category')}::text), 'unknown') AS failure_category,
  coalesce((ARRAY[${SEVERITIES.map(literal).join(', ')}])[max(${rank})], 'medium') AS severity,
  max(${row('error_message')}::text) AS message, count(*) AS occurrence_count,
  min(${occurrences.at('failure')}) AS first_seen, max(${occurrences.at('failure')}) AS last_seen,
  count(DISTINCT ${row('user_id')}) AS users, count(DISTINCT ${row('project_id')}) AS projects,
  coalesce(bool_or(${row('test_generated')}), false) AS test_generated
FROM ${occurrences.table} AS failure
GROUP BY 1`,
  };
}
