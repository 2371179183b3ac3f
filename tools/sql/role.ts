import { type Table } from '../../src/catalog/kinds/table';
import { identifier, tableName } from '../../src/catalog/sql/identifier';
import { literal } from '../../src/catalog/sql/literal';
import { regclass } from '../../src/catalog/sql/regclass';
import { script } from './script';

const ROLE = 'genwatch_reader';

const ABOUT = `The role with which Genwatch's exporter and dashboards connect. It may read the columns named here, and nothing else.

  psql -d <your database> -f <this file>                  as the owner of the tables, with the right to create roles
  psql -d <your database> -c '\\password ${ROLE}'   then give it a password: until then it has none

Where row level security is on, add a policy that lets this role see all rows: it would read an empty table otherwise.
Before PostgreSQL 15 everybody may create tables in the schema public: REVOKE CREATE ON SCHEMA public FROM PUBLIC.
May be run again and again.`;

/** Least privilege, and never a password. */
export const roleScript = (tables: readonly Table[]): string =>
  script(ABOUT, [{ sql: CREATE_ROLE }, ...tables.map((table) => ({ says: `${table.holds}.`, sql: grant(table) }))]);

const CREATE_ROLE = `DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${ROLE}') THEN
    CREATE ROLE ${ROLE} LOGIN NOINHERIT CONNECTION LIMIT 20;
  END IF;
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO ${ROLE}', current_database());
  -- A second fence, and a bound for queries that run away. A session can change them, but not what is granted below.
  ALTER ROLE ${ROLE} SET default_transaction_read_only = on;
  ALTER ROLE ${ROLE} SET statement_timeout = '60s';
  ALTER ROLE ${ROLE} SET idle_in_transaction_session_timeout = '60s';
END
$$`;

function grant({ name, columns, optional, madeBy, setting }: Table): string {
  const table = tableName(name);
  const readable = columns.filter(({ unread }) => !unread).map((column) => identifier(column.name));
  return `DO $$
DECLARE
  found regclass := to_regclass(${regclass(name)});
BEGIN
  IF found IS NULL THEN
    ${optional ? 'RETURN; -- Optional.' : madeBy ? `RETURN; -- Made by "genwatch sql ${madeBy}": run this again then.` : `RAISE EXCEPTION USING MESSAGE = ${literal(`there is no table ${name}: name yours in genwatch.config.yaml, section ${setting}`)};`}
  END IF;
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO ${ROLE}',
    (SELECT nspname FROM pg_class JOIN pg_namespace AS schema ON schema.oid = relnamespace WHERE pg_class.oid = found));
  REVOKE ALL ON TABLE ${table} FROM ${ROLE};
  GRANT SELECT (${readable.join(', ')}) ON TABLE ${table} TO ${ROLE};
END
$$`;
}
