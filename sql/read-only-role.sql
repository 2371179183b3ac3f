-- The role that Genwatch's exporter and dashboards connect with. It may read the table of messages,
-- the optional one of log lines, and nothing else.
--
--   psql -d <your database> -f sql/read-only-role.sql        as the owner of the table, with the right to create roles
--   psql -d <your database> -c '\password genwatch_reader'   then give it a password: until then it has none
--
-- Where the table lies in another schema or has another name, change the lines marked (1).
-- Where row level security is on, add a policy that lets this role see all rows: it would read an empty table otherwise.
-- Before PostgreSQL 15 everybody may create tables in the schema public: REVOKE CREATE ON SCHEMA public FROM PUBLIC.
-- May be run again and again.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'genwatch_reader') THEN
    CREATE ROLE genwatch_reader LOGIN NOINHERIT CONNECTION LIMIT 20;
  END IF;
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO genwatch_reader', current_database());
END
$$;

GRANT USAGE ON SCHEMA public TO genwatch_reader;          -- (1)
GRANT SELECT ON TABLE public.messages TO genwatch_reader; -- (1)
DO $$
BEGIN
  IF to_regclass('public.logs') IS NOT NULL THEN          -- (1)
    GRANT SELECT ON TABLE public.logs TO genwatch_reader; -- (1)
  END IF;
END
$$;

-- A second fence, and a bound for queries that run away. Both can be changed by a session: the grants above cannot.
ALTER ROLE genwatch_reader SET default_transaction_read_only = on;
ALTER ROLE genwatch_reader SET statement_timeout = '60s';
ALTER ROLE genwatch_reader SET idle_in_transaction_session_timeout = '60s';
