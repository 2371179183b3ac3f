import { isWithin } from '../../../src/catalog/sql/instant';
import { type Step } from '../script';
import { type Names } from './names';

/** How long an insert waits for others that count the same error type, and all of its types together. */
const PATIENCE = '100ms';
/** A session keeps its plans, also those made while the tables were empty: indexes are used in any case. */
const BY_INDEX = 'SET enable_seqscan = off';
/** Of functions that write with the rights of their owner: nothing else is found than at their making. */
const OWN_PATH = `SECURITY DEFINER SET search_path FROM CURRENT ${BY_INDEX}`;
const PATIENT = `SET lock_timeout = '${PATIENCE}'`;
/** A statement with more error types than this has the rest counted by the sweep. */
const TYPES_AT_ONCE = 64;
/** Locks are shared by the error types that fall on the same number: a transaction can hold no more than these. */
const LOCKS = 1024;
/** Errors are kept so long. */
const KEPT = `interval '30 days'`;
/** What failed while it was counted is tried again after this. */
const RETRY = `interval '5 minutes'`;
/** By then the transactions have ended that saw a test as open while it was being rejected. */
const GRACE = `interval '1 minute'`;
const CHANNEL = 'genwatch_generation';

export const strikeSteps = (names: Names): readonly Step[] => [
  { says: `The lock under which the strikes of an error type are counted.`, sql: lockKey(names) },
  {
    says: `Counts the strikes of an error type around the given times, under its lock: enough of them within the window, later than its
last rejection, make its test. Returns the tests made, 0 or 1.`,
    sql: answer(names),
  },
  {
    says: 'The same for an insert, which never fails, and waits only shortly: what cannot be counted now is queued.',
    sql: count(names),
  },
  {
    says: `After failures were inserted: counts the strikes of their types. Never fails the insert, and waits ${PATIENCE} for others at
most. Tells whoever listens to ${CHANNEL} to look again: ${NOTIFY_WHY}`,
    sql: trigger(names),
  },
  {
    sql: `CREATE OR REPLACE TRIGGER genwatch_three_strikes AFTER INSERT ON ${names.occurrences.table}
  REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION auto_generate_test_from_failure()`,
  },
  {
    says: "Works off the queue; run it every half minute, as the exporter does that has the reviewers' role. Returns the tests made.",
    sql: sweep(names),
  },
  {
    says: 'A rejected or removed test leaves its error type without one: later strikes count again.',
    sql: requeue(names),
  },
  {
    sql: `CREATE OR REPLACE TRIGGER genwatch_test_rejected AFTER UPDATE ON ${names.tests.table} FOR EACH ROW
  WHEN (NEW.${names.tests.columns.status} = 'rejected' AND OLD.${names.tests.columns.status} IS DISTINCT FROM NEW.${names.tests.columns.status})
  EXECUTE FUNCTION genwatch_requeue_strikes()`,
  },
  {
    sql: `CREATE OR REPLACE TRIGGER genwatch_test_deleted AFTER DELETE ON ${names.tests.table} FOR EACH ROW
  WHEN (OLD.${names.tests.columns.status} <> 'rejected')
  EXECUTE FUNCTION genwatch_requeue_strikes()`,
  },
];

const NOTIFY_WHY = `commits that notify wait
for each other, so a session does it once in a second, and only when no other is about to.`;

const lockKey = ({ failures }: Names): string =>
  `CREATE OR REPLACE FUNCTION genwatch_strike_lock(error_type text) RETURNS bigint LANGUAGE sql STABLE AS $body$
  SELECT hashtextextended(concat_ws(' ', 'genwatch strikes', ${failures.regclass}::regclass::oid, hashtext(error_type COLLATE "C") & ${LOCKS - 1}), 0)
$body$`;

/** A statement of PL/pgSQL. Its conditions are expressions; with a WHERE it would be a query, which costs more. */
const notification = ({ failures }: Names): string => {
  const second = `date_trunc('second', now())::text`;
  return `IF current_setting('genwatch.told', true) IS DISTINCT FROM ${second} AND pg_notification_queue_usage() < 0.5
    AND pg_try_advisory_xact_lock(hashtextextended('genwatch notify', ${failures.regclass}::regclass::oid::bigint)) THEN
    PERFORM pg_notify('${CHANNEL}', ''), set_config('genwatch.told', ${second}, false);
  END IF`;
};

function answer({ occurrences, failures, isDeduplicated, tests, strikes }: Names): string {
  const row = occurrences.columns;
  const test = tests.columns;
  const isStrike = (alias: string) =>
    `${alias}.${row.error_type}::text = wanted AND ${alias}.${row.test_generated} IS NOT TRUE`;
  // Both ends belong to the window, and times are whole microseconds.
  const around = isWithin(occurrences.createdAt, {
    from: `first_at - ${strikes.window}`,
    to: `last_at + ${strikes.window} + interval '1 microsecond'`,
  });
  const strikesAround = `FROM ${occurrences.table} AS failure
    WHERE ${isStrike('failure')} AND ${around}
      AND (rejected_at IS NULL OR ${occurrences.at('failure')} > rejected_at)`;
  const origin = isDeduplicated ? `strike."failure_id"` : `strike.${row.id}`;
  return `CREATE OR REPLACE FUNCTION genwatch_answer_strikes(wanted text, first_at timestamptz, last_at timestamptz)
RETURNS integer LANGUAGE plpgsql AS $body$
#variable_conflict use_variable
DECLARE
  has_open boolean;
  rejected_at timestamptz;
  made integer;
BEGIN
  SELECT bool_or(test.${test.status} <> 'rejected'), max(coalesce(${tests.reviewedAt('test')}, ${tests.at('test')}))
  INTO has_open, rejected_at
  FROM ${tests.table} AS test WHERE test.${test.error_type} = wanted;
  IF has_open THEN
    RETURN 0;
  END IF;
  -- Nearly always there are too few, which is found out sooner than when and which.
  IF (SELECT count(*) FROM (SELECT ${strikesAround} LIMIT ${strikes.failures}) AS strike) < ${strikes.failures} THEN
    RETURN 0;
  END IF;
  WITH candidate AS (
    -- Newest first, whatever the order in which they were written: the first that has enough before it ends the search.
    SELECT failure.${row.id} AS id, failure.${row.created_at} AS stored, ${occurrences.at('failure')} AS at,
      lead(${occurrences.at('failure')}, ${Number(strikes.failures) - 1}) OVER newest_first AS oldest
    ${strikesAround}
    WINDOW newest_first AS (ORDER BY failure.${row.created_at} DESC, failure.${row.id} DESC)
  ), last_strike AS (
    SELECT id, stored FROM candidate WHERE at - oldest <= ${strikes.window} ORDER BY stored DESC, id DESC LIMIT 1
  ), strike AS (
    SELECT failure.*
    FROM ${occurrences.table} AS failure, last_strike
    WHERE ${isStrike('failure')} AND (failure.${row.created_at}, failure.${row.id}) <= (last_strike.stored, last_strike.id)
    ORDER BY failure.${row.created_at} DESC, failure.${row.id} DESC
    LIMIT ${strikes.failures}
  ), test AS (
    INSERT INTO ${tests.table} (${[
      test.test_name,
      test.test_body,
      test.language,
      test.target,
      test.created_from_failure_id,
      test.error_type,
      test.confidence_score,
      test.run_count,
      test.pass_count,
      test.fail_count,
      test.status,
      test.created_at,
    ].join(', ')})
    SELECT 'no ' || wanted || ' again',
      genwatch_test_body(strike.${row.failure_category}::text, wanted, strike.${row.error_message}::text,
        strike.${row.user_request}::text, strike.${row.framework}::text),
      'typescript', 'generator', ${origin}, wanted, 0, 0, 0, 0, 'proposed', ${tests.now}
    FROM strike ORDER BY strike.${row.created_at} DESC, strike.${row.id} DESC LIMIT 1
    ON CONFLICT DO NOTHING
    RETURNING 1
  ), marked AS (
    UPDATE ${occurrences.table} AS failure SET ${row.test_generated} = true
    FROM strike
    WHERE failure.${row.id} = strike.${row.id} AND ${isStrike('failure')} AND EXISTS (SELECT FROM test)
  )${
    isDeduplicated
      ? `, counted AS (
    UPDATE ${failures.table} AS failure SET ${failures.columns.test_generated} = true
    WHERE failure.${failures.columns.id} IN (SELECT strike."failure_id" FROM strike) AND EXISTS (SELECT FROM test)
  )`
      : ''
  }
  SELECT count(*) INTO made FROM test;
  RETURN made;
END
$body$`;
}

const openTest = ({ tests }: Names, type: string): string =>
  `EXISTS (SELECT FROM ${tests.table} AS test WHERE test.${tests.columns.error_type} = ${type} AND test.${tests.columns.status} <> 'rejected')`;

/** How the strikes of one error type are taken down by an insert, or put off. */
function count({ queue, errors }: Names): string {
  const enqueue = `INSERT INTO ${queue} (error_type, first_at, last_at) VALUES (wanted, first_at, last_at)`;
  return `CREATE OR REPLACE FUNCTION genwatch_count_strikes(wanted text, first_at timestamptz, last_at timestamptz, may_wait boolean)
RETURNS void LANGUAGE plpgsql ${PATIENT} AS $body$
#variable_conflict use_variable
DECLARE
  made integer;
BEGIN
  IF NOT may_wait THEN
    ${enqueue};
    RETURN;
  END IF;
  PERFORM pg_advisory_xact_lock(genwatch_strike_lock(wanted));
  -- An expression: PERFORM would be a query, which costs more.
  made := genwatch_answer_strikes(wanted, first_at, last_at);
EXCEPTION
  WHEN lock_not_available OR deadlock_detected THEN
    ${enqueue};
  WHEN OTHERS THEN
    INSERT INTO ${errors} (error_type, message) VALUES (wanted, SQLERRM);
    ${enqueue};
END
$body$`;
}

function trigger(names: Names): string {
  const { occurrences, queue, errors } = names;
  const type = `failure.${occurrences.columns.error_type}::text`;
  const at = occurrences.at('failure');
  const counted = `FROM inserted AS failure WHERE ${type} IS NOT NULL AND ${at} IS NOT NULL`;
  const lacking = `${counted} AND NOT ${openTest(names, type)}`;
  return `CREATE OR REPLACE FUNCTION auto_generate_test_from_failure() RETURNS trigger
LANGUAGE plpgsql ${OWN_PATH} AS $body$
DECLARE
  strike record;
  seen integer := 0;
  patient_until timestamptz;
BEGIN
  ${notification(names)};
  IF current_setting('transaction_isolation') NOT IN ('read committed', 'read uncommitted') THEN
    -- Its snapshot cannot show what others commit meanwhile.
    INSERT INTO ${queue} (error_type, first_at, last_at)
    SELECT ${type}, min(${at}), max(${at}) ${counted} GROUP BY 1;
    RETURN NULL;
  END IF;
  -- Nearly always they have their tests, and nothing is cheaper to ask.
  IF NOT EXISTS (SELECT ${lacking}) THEN
    RETURN NULL;
  END IF;
  patient_until := clock_timestamp() + interval '${PATIENCE}';
  FOR strike IN
    SELECT ${type} AS error_type, min(${at}) AS first_at, max(${at}) AS last_at
    ${lacking}
    GROUP BY 1
    -- In this order everywhere, so that nobody waits for each other.
    ORDER BY genwatch_strike_lock(${type}), 1
  LOOP
    seen := seen + 1;
    PERFORM genwatch_count_strikes(strike.error_type, strike.first_at, strike.last_at,
      seen <= ${TYPES_AT_ONCE} AND clock_timestamp() < patient_until);
  END LOOP;
  RETURN NULL;
EXCEPTION WHEN OTHERS THEN
  BEGIN
    INSERT INTO ${errors} (message) VALUES (SQLERRM);
  EXCEPTION WHEN OTHERS THEN
    RAISE WARNING 'genwatch: strikes were not counted, and that could not be stored: %', SQLERRM;
  END;
  RETURN NULL;
END
$body$`;
}

const sweep = (names: Names): string => {
  const { queue, errors } = names;
  return `CREATE OR REPLACE FUNCTION genwatch_sweep_strikes() RETURNS integer
LANGUAGE plpgsql ${OWN_PATH} ${PATIENT} AS $body$
DECLARE
  waiting record;
  made integer := 0;
BEGIN
  IF current_setting('transaction_isolation') NOT IN ('read committed', 'read uncommitted') THEN
    RAISE EXCEPTION 'genwatch_sweep_strikes cannot see what others commit meanwhile'
      USING HINT = 'Call it in a transaction of isolation level READ COMMITTED.';
  END IF;
  DELETE FROM ${errors} AS error WHERE error.at < now() - ${KEPT};
  FOR waiting IN
    SELECT entry.error_type, min(entry.first_at) AS first_at, max(entry.last_at) AS last_at, array_agg(entry.id) AS ids,
      genwatch_strike_lock(entry.error_type) AS lock
    FROM (
      SELECT queued.* FROM ${queue} AS queued WHERE queued.due_at <= clock_timestamp()
      ORDER BY queued.id LIMIT 5000 FOR UPDATE SKIP LOCKED
    ) AS entry
    GROUP BY entry.error_type
    ORDER BY lock, entry.error_type
  LOOP
    -- Whoever holds it has not committed yet: the next sweep sees what comes of it.
    CONTINUE WHEN NOT pg_try_advisory_xact_lock(waiting.lock);
    BEGIN
      made := made + genwatch_answer_strikes(waiting.error_type, waiting.first_at, waiting.last_at);
      DELETE FROM ${queue} AS queued WHERE queued.id = ANY (waiting.ids);
    EXCEPTION
      WHEN lock_not_available OR deadlock_detected THEN
        NULL;
      WHEN OTHERS THEN
        INSERT INTO ${errors} (error_type, message) VALUES (waiting.error_type, SQLERRM);
        UPDATE ${queue} AS queued SET due_at = clock_timestamp() + ${RETRY} WHERE queued.id = ANY (waiting.ids);
    END;
  END LOOP;
  IF made > 0 THEN
    ${notification(names)};
  END IF;
  RETURN made;
END
$body$`;
};

const requeue = ({ tests, queue }: Names): string =>
  `CREATE OR REPLACE FUNCTION genwatch_requeue_strikes() RETURNS trigger
LANGUAGE plpgsql ${OWN_PATH} ${PATIENT} AS $body$
BEGIN
  INSERT INTO ${queue} (error_type, first_at, last_at, due_at)
  VALUES (OLD.${tests.columns.error_type}, '-infinity', 'infinity', now()),
    (OLD.${tests.columns.error_type}, '-infinity', 'infinity', clock_timestamp() + ${GRACE});
  RETURN NULL;
EXCEPTION WHEN OTHERS THEN
  RAISE WARNING 'genwatch: the strikes of a test that is no more could not be queued: %', SQLERRM;
  RETURN NULL;
END
$body$`;
