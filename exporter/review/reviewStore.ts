import { type ReviewedTests } from '../../src/catalog/kinds/reviewedTests';
import { errorCode } from '../errorCode';
import { type ReviewPool, type Run } from './reviewPool';
import { type Verdict } from './verdict';

/** A test as its review left it, or as it waits for one. */
export interface Review {
  readonly id: string;
  readonly status: string;
  readonly reviewedBy: string | null;
  /** ISO 8601, by the database's clock. */
  readonly reviewedAt: string | null;
  readonly reason: string | null;
}

/** What came of a verdict. */
export type Outcome =
  /** Written, now or by the same request before. */
  | { readonly kind: 'written'; readonly review: Review }
  /** Not written: somebody else was first. */
  | { readonly kind: 'decided'; readonly review: Review }
  | { readonly kind: 'missing' }
  /** The request's id belongs to another verdict. */
  | { readonly kind: 'reused' };

/** Where verdicts are written. */
export interface ReviewStore {
  decide(verdict: Verdict, reviewer: string): Promise<Outcome>;
  /** @throws when a verdict could not be written now */
  check(): Promise<void>;
  /** Makes the tests that were put off. @returns how many */
  sweep(): Promise<number>;
}

/** A person waits for the answer. */
const VERDICT = { statementMs: 2_000, lockMs: 1_000 };
/** Nobody waits, and a long queue may take a while. */
const SWEEP = { statementMs: 10_000, lockMs: 1_000 };

const UNIQUE_VIOLATION = '23505';
/** A key of another type than the table's: there can be no such test. */
const NO_SUCH_KEY = ['22P02', '22003'];

export function reviewStore(pool: ReviewPool, tests: ReviewedTests): ReviewStore {
  const sql = statements(tests);
  return {
    async decide(verdict, reviewer) {
      try {
        return await pool.transaction(VERDICT, (run) => decide(run, sql, verdict, reviewer));
      } catch (error) {
        const code = errorCode(error) ?? '';
        // The audit table alone has a key that a verdict can violate: that of the requests.
        if (code === UNIQUE_VIOLATION) {
          return { kind: 'reused' };
        }
        if (NO_SUCH_KEY.includes(code)) {
          return { kind: 'missing' };
        }
        throw error;
      }
    },
    check: () => pool.transaction(VERDICT, async (run) => void (await run(sql.check))),
    sweep: () =>
      pool.transaction(SWEEP, async (run) => Number((await run<{ made: number }>(sql.sweep)).rows[0]?.made ?? 0)),
  };
}

type Statements = ReturnType<typeof statements>;

async function decide(
  run: Run,
  sql: Statements,
  {
    testId,
    verdict,
    reason = null,
    expected,
    requestId,
  }: Omit<Verdict, 'reason'> & { readonly reason?: string | null },
  reviewer: string
): Promise<Outcome> {
  const [written] = (await run<Found>(sql.write, [testId, expected, verdict, reviewer])).rows;
  if (written) {
    await run(sql.record, [testId, verdict, reviewer, requestId, reason]);
    return { kind: 'written', review: reviewOf({ ...written, reason }) };
  }
  const [same] = (await run<Found>(sql.request, [requestId])).rows;
  if (same) {
    return same.id === testId && same.status === verdict
      ? { kind: 'written', review: reviewOf(same) }
      : { kind: 'reused' };
  }
  const [found] = (await run<Found>(sql.read, [testId])).rows;
  return found ? { kind: 'decided', review: reviewOf(found) } : { kind: 'missing' };
}

interface Found {
  readonly id: string;
  readonly status: string;
  readonly reviewed_by: string | null;
  readonly reviewed_at: Date | null;
  readonly reason: string | null;
}

const reviewOf = ({ id, status, reviewed_by, reviewed_at, reason }: Found): Review => ({
  id,
  status,
  reviewedBy: reviewed_by,
  reviewedAt: reviewed_at?.toISOString() ?? null,
  reason,
});

function statements({ table, id, status, reviewedBy, reviewedAt, reviews, sweep }: ReviewedTests) {
  const { column: at, read, now } = reviewedAt;
  const columns = `CAST(${id} AS text) AS id, ${status} AS status, ${reviewedBy} AS reviewed_by, ${read} AS reviewed_at`;
  const audited = 'test_id, verdict, reason, reviewed_by, reviewed_at, request_id';
  return {
    // A second reviewer waits here for the first, and then finds another status than expected.
    write: `UPDATE ${table} SET ${status} = $3, ${reviewedBy} = $4, ${at} = ${now} WHERE ${id} = $1 AND ${status} = $2 RETURNING ${columns}`,
    record: `INSERT INTO ${reviews} (${audited}) VALUES ($1, $2, $5, $3, now(), $4)`,
    request: `SELECT CAST(test_id AS text) AS id, verdict AS status, reviewed_by, reviewed_at, reason FROM ${reviews} WHERE request_id = $1`,
    read: `SELECT ${columns}, (SELECT reason FROM ${reviews} AS review WHERE review.test_id = ${table}.${id} ORDER BY review.reviewed_at DESC, review.id DESC LIMIT 1) AS reason FROM ${table} WHERE ${id} = $1`,
    // Changes nothing, and fails for want of a table, a column or a right as a verdict would.
    check: `WITH written AS (UPDATE ${table} SET ${status} = ${status}, ${reviewedBy} = ${reviewedBy}, ${at} = ${at} WHERE false RETURNING 1),
      recorded AS (INSERT INTO ${reviews} (${audited}) SELECT ${audited} FROM ${reviews} WHERE false RETURNING 1)
      SELECT 1 FROM written, recorded`,
    sweep: `SELECT ${sweep}() AS made`,
  };
}
