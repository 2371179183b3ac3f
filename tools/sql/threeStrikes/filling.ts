import { type Settings } from '../../../src/catalog/settings/settings';
import { type Step } from '../script';
import { categoryOf, isCategory, isSeverity, lookedAt, severityOf } from './classification';
import { fingerprintOf } from './fingerprint';
import { type Names } from './names';

/** Longer names of error types would not fit into an index, and a row that does not fit is refused. */
const LONGEST_TYPE = 400;

/** Fills in what the application leaves out, so that it need not know of Genwatch. */
export function fillingSteps({ failures }: Names, { generation }: Settings): readonly Step[] {
  const { error_type, error_message, failure_category, severity, fingerprint } = failures.columns;
  const type = `NEW.${error_type}::text`;
  const message = `coalesce(NEW.${error_message}::text, '')`;
  const lacks = (field: string, isKnown: (text: string) => string) =>
    `(NEW.${field} IS NULL OR NOT ${isKnown(`NEW.${field}::text`)})`;
  return [
    {
      says: `Fills in fingerprint, category and severity where the application leaves them out or has another word for them. What
goes wrong here costs these fields, never the row.`,
      sql: `CREATE OR REPLACE FUNCTION genwatch_fill_failure() RETURNS trigger LANGUAGE plpgsql AS $body$
#variable_conflict use_variable
DECLARE
  looked_at text;
  small text;
BEGIN
  IF length(${type}) > ${LONGEST_TYPE} THEN
    NEW.${error_type} := left(${type}, ${LONGEST_TYPE});
  END IF;
  IF NEW.${fingerprint} IS NULL THEN
    NEW.${fingerprint} := ${fingerprintOf(type, message)};
  END IF;
  IF ${lacks(failure_category, isCategory)} THEN
    looked_at := ${lookedAt(message)};
    small := lower(looked_at COLLATE "C");
    NEW.${failure_category} := ${categoryOf('looked_at', 'small', generation.categories)};
  END IF;
  IF ${lacks(severity, isSeverity)} THEN
    NEW.${severity} := ${severityOf(`NEW.${failure_category}::text`)};
  END IF;
  RETURN NEW;
EXCEPTION WHEN OTHERS THEN
  RAISE WARNING 'genwatch: a failure was stored without its fingerprint, category or severity: %', SQLERRM;
  RETURN NEW;
END
$body$`,
    },
    {
      // Without a WHEN: PostgreSQL reads its text again for every insert, which takes longer than to call the function.
      sql: `CREATE OR REPLACE TRIGGER genwatch_fill_failure BEFORE INSERT ON ${failures.table} FOR EACH ROW
  EXECUTE FUNCTION genwatch_fill_failure()`,
    },
  ];
}
