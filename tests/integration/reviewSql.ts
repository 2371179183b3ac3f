/** Stand-in for sql/three-strikes.sql and sql/review-role.sql. */
export const REVIEW_SQL = `
CREATE TABLE auto_generated_test_reviews (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, test_id bigint NOT NULL, verdict text NOT NULL, reason text,
  reviewed_by text NOT NULL, reviewed_at timestamptz NOT NULL DEFAULT now(), request_id uuid NOT NULL UNIQUE);
CREATE TABLE genwatch_strike_queue (error_type text PRIMARY KEY);
CREATE FUNCTION genwatch_sweep_strikes() RETURNS integer LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH taken AS (DELETE FROM genwatch_strike_queue RETURNING error_type),
  made AS (INSERT INTO auto_generated_tests (test_name, test_body, language, target, error_type)
    SELECT 'a', 'b', 'c', 'd', error_type FROM taken RETURNING 1)
  SELECT count(*)::int FROM made $$;
CREATE ROLE genwatch_reviewer LOGIN NOINHERIT;
GRANT SELECT, UPDATE (status, reviewed_by, reviewed_at) ON auto_generated_tests TO genwatch_reviewer;
GRANT SELECT, INSERT ON auto_generated_test_reviews TO genwatch_reviewer;
REVOKE EXECUTE ON FUNCTION genwatch_sweep_strikes FROM PUBLIC;
GRANT EXECUTE ON FUNCTION genwatch_sweep_strikes TO genwatch_reviewer;
`;
