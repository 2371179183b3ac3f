import { type Catalog } from '../../src/catalog/catalog';
import { literal } from '../../src/catalog/sql/literal';
import { regclass } from '../../src/catalog/sql/regclass';
import { tableName } from '../../src/catalog/sql/identifier';
import { ownTable } from '../../src/catalog/systems/generation/ownTables';
import { script, type Step } from './script';
import { namesOf } from './threeStrikes/names';
import { applicationTables, beginSteps, endSteps, keyType } from './threeStrikes/ownObjects';

const ROLE = 'genwatch_reviewer';

const ABOUT = `The role with which Genwatch's exporter writes what people say of tests. It may read tests and set three columns of them, add
to the table of reviews, and have the strikes counted; nothing else.

  psql -d <your database> -f <this file>                   as the owner of the tables, with the right to create roles;
                                                           after "genwatch sql three-strikes"
  psql -d <your database> -c '\\password ${ROLE}'   then give it a password: until then it has none

Where row level security is on, add policies that let this role see and update tests. May be run again and again.`;

export function reviewRoleScript({ settings }: Catalog): string {
  const names = namesOf(settings);
  const { tests } = names;
  const reviews = ownTable(settings, 'reviews');
  const granted: Step = {
    sql: `DO $$
BEGIN
  IF to_regprocedure('genwatch_sweep_strikes()') IS NULL THEN
    RAISE EXCEPTION 'the strikes are not counted here yet' USING HINT = 'Run the script of "genwatch sql three-strikes" first.';
  END IF;
  EXECUTE (SELECT string_agg(format('GRANT USAGE ON SCHEMA %I TO ${ROLE}', nspname), '; ') FROM pg_namespace
    WHERE nspname = ANY (current_schemas(false)));
  REVOKE ALL ON TABLE ${tests.table} FROM ${ROLE};
  GRANT SELECT ON TABLE ${tests.table} TO ${ROLE};
  GRANT UPDATE (${tests.columns.status}, ${tests.columns.reviewed_by}, ${tests.columns.reviewed_at}) ON TABLE ${tests.table} TO ${ROLE};
  REVOKE ALL ON TABLE ${tableName(reviews)} FROM PUBLIC, ${ROLE};
  GRANT SELECT, INSERT ON TABLE ${tableName(reviews)} TO ${ROLE};
  GRANT EXECUTE ON FUNCTION genwatch_sweep_strikes() TO ${ROLE};
END
$$`,
  };
  return script(ABOUT, [
    ...beginSteps(applicationTables(settings, ['failures', 'tests']), names),
    { sql: CREATE_ROLE },
    {
      says: 'Every verdict, for ever: who, when and why. The request keeps one that is sent twice from counting twice.',
      sql: `DO $$
BEGIN
  IF to_regclass(${regclass(reviews)}) IS NULL THEN
    EXECUTE replace(${literal(
      `CREATE TABLE ${tableName(reviews)} (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      test_id #KEY# NOT NULL REFERENCES ${tests.table} (${tests.columns.id}) ON DELETE CASCADE,
      verdict text NOT NULL CHECK (verdict IN ('approved', 'rejected')), reason text CHECK (verdict = 'approved' OR coalesce(btrim(reason), '') <> ''),
      reviewed_by text NOT NULL, reviewed_at timestamptz NOT NULL DEFAULT now(), request_id uuid NOT NULL UNIQUE)`
    )}, '#KEY#',
      ${keyType(tests.regclass, settings.generation.tests.columns.id)});
    CREATE INDEX ON ${tableName(reviews)} (test_id, reviewed_at);
  END IF;
END
$$`,
    },
    granted,
    ...endSteps,
  ]);
}

const CREATE_ROLE = `DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${ROLE}') THEN
    CREATE ROLE ${ROLE} LOGIN NOINHERIT CONNECTION LIMIT 5;
  END IF;
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO ${ROLE}', current_database());
  ALTER ROLE ${ROLE} SET statement_timeout = '10s';
  ALTER ROLE ${ROLE} SET lock_timeout = '5s';
  ALTER ROLE ${ROLE} SET idle_in_transaction_session_timeout = '30s';
END
$$`;
