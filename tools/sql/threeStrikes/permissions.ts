import { type Step } from '../script';

/** Functions that write with their owner's rights, or may only be called by those. */
const OWN_FUNCTIONS = [
  'auto_generate_test_from_failure',
  'genwatch_answer_strikes',
  'genwatch_count_occurrences',
  'genwatch_count_strikes',
  'genwatch_requeue_strikes',
  'genwatch_sweep_strikes',
  'record_test_run',
];

/** Roles that some platforms give rights to everything that is made. */
const PUBLIC_ROLES = ['anon', 'authenticated'];

export const permissionsStep = (tables: readonly string[]): Step => ({
  says: `Functions that write with the rights of their owner are for those to whom they are granted, and Genwatch's own tables too.
Triggers need no such right.`,
  sql: `DO $$
DECLARE
  grantee text;
  own record;
BEGIN
  FOR grantee IN SELECT 'PUBLIC' UNION ALL SELECT quote_ident(rolname) FROM pg_roles WHERE rolname IN (${PUBLIC_ROLES.map((role) => `'${role}'`).join(', ')}) LOOP
    FOR own IN SELECT pg_proc.oid::regprocedure AS function FROM pg_proc
      WHERE pronamespace = quote_ident(current_schema())::regnamespace AND proname IN (${OWN_FUNCTIONS.map((name) => `'${name}'`).join(', ')})
    LOOP
      EXECUTE format('REVOKE ALL ON FUNCTION %s FROM %s', own.function, grantee);
    END LOOP;
    ${tables.map((table) => `EXECUTE 'REVOKE ALL ON TABLE ${table.replace(/'/g, "''")} FROM ' || grantee;`).join('\n    ')}
  END LOOP;
END
$$`,
});
