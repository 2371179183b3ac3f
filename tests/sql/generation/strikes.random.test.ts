import fc from 'fast-check';
import { type Client } from 'pg';

import { ownGenerator } from './ownGenerator';
import { answered, failed, NOTHING, rejected, WINDOW, type Strike, type StrikeState } from './strikes.reference';

const TYPES = ['A', 'B', 'C'];
const START = Date.parse('2026-03-01T00:00:00Z');
const SLOT = WINDOW / 4;

const type = fc.constantFrom('A', 'A', 'A', 'B', 'B', 'C');
/** On a slot or a millisecond beside it: exactly a window apart, just below and just above are all common. */
const time = fc
  .tuple(fc.integer({ min: 0, max: 20 }), fc.constantFrom(0, 0, 0, -1, 1))
  .map(([slot, off]) => START + slot * SLOT + off);
const failure = fc.record({ type, at: time });

async function store(client: Client, failures: readonly Strike[]): Promise<void> {
  await client.query(
    `INSERT INTO generation_failures (error_type, error_message, created_at)
    SELECT type, name, at FROM unnest($1::text[], $2::text[], $3::timestamptz[]) WITH ORDINALITY AS failure (type, name, at, n) ORDER BY n`,
    [
      failures.map((one) => one.type),
      failures.map(({ name }) => name),
      failures.map(({ at }) => new Date(at).toISOString()),
    ]
  );
}

type Step =
  | { readonly kind: 'fail'; readonly failures: ReadonlyArray<Omit<Strike, 'name'>>; readonly keep: boolean }
  | { readonly kind: 'reject'; readonly type: string; readonly at: number }
  | { readonly kind: 'approve'; readonly type: string };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('fail' as const),
      failures: fc.array(failure, { minLength: 1, maxLength: 4 }),
      // A quarter of what is written is rolled back.
      keep: fc.constantFrom(true, true, true, false),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('reject' as const), type, at: time }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('approve' as const), type }) }
);

/** What the database says, in the words of the reference. */
async function stored(client: Client): Promise<unknown> {
  const { rows } = await client.query<{ type: string; newest: string; rejectedAt: string | null }>(
    `SELECT test.error_type AS type, error_message AS newest, extract(epoch FROM reviewed_at) * 1000 AS "rejectedAt"
    FROM auto_generated_tests AS test JOIN generation_failures AS failure ON failure.id = created_from_failure_id ORDER BY test.id`
  );
  const { rows: marked } = await client.query<{ name: string }>(
    'SELECT error_message AS name FROM generation_failures WHERE test_generated'
  );
  return {
    tests: rows.map((row) => ({ ...row, rejectedAt: row.rejectedAt === null ? undefined : Number(row.rejectedAt) })),
    marked: marked.map(({ name }) => name).sort(),
  };
}

const expected = ({ tests }: StrikeState) => ({
  tests: tests.map(({ type: of, of: [newest], rejectedAt }) => ({ type: of, newest, rejectedAt })),
  marked: tests.flatMap(({ of }) => of).sort(),
});

describe('what the trigger makes of a history', () => {
  it('is what the plain rule says, with rollbacks, rejections and times in any order', () =>
    ownGenerator('random', async ({ client, sweep }) => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25, size: 'max' }), async (steps) => {
          await client.query('BEGIN');
          try {
            let state = NOTHING;
            for (const [i, one] of steps.entries()) {
              if (one.kind === 'fail') {
                const failures = one.failures.map((part, n) => ({ ...part, name: `${i}.${n}` }));
                await client.query('SAVEPOINT step');
                await store(client, failures);
                if (one.keep) {
                  state = byType(failures).reduce((before, ofType) => failed(before, ofType), state);
                } else {
                  await client.query('ROLLBACK TO step');
                }
              } else {
                const status = one.kind === 'reject' ? 'rejected' : 'approved';
                const at = one.kind === 'reject' ? new Date(one.at).toISOString() : null;
                await client.query(
                  `UPDATE auto_generated_tests SET status = $1, reviewed_at = $2 WHERE error_type = $3 AND status <> 'rejected'`,
                  [status, at, one.type]
                );
                if (one.kind === 'reject') {
                  await sweep();
                  state = rejected(state, one.type, one.at);
                }
              }
            }
            const answer = expected(state);
            // Of types in one statement, whichever comes first.
            const sorted = (value: { tests: ReadonlyArray<{ type: string }>; marked: unknown }) => ({
              ...value,
              tests: TYPES.flatMap((each) => value.tests.filter((test) => test.type === each)),
            });
            expect(sorted((await stored(client)) as typeof answer)).toEqual(sorted(answer));
          } finally {
            await client.query('ROLLBACK');
          }
        }),
        { numRuns: 150 }
      );
    }));

  it('is at most one test of each type that deserves one, whoever commits when', () =>
    ownGenerator('interleaved', async ({ client, connect, sweep }) => {
      // Sessions here wait for each other in vain, one after the other: no need to wait long.
      await client.query(`ALTER FUNCTION genwatch_count_strikes SET lock_timeout = '2ms'`);
      const sessions = await connect(4);
      const act = fc.record({
        session: fc.integer({ min: 0, max: 3 }),
        does: fc.constantFrom('fail', 'fail', 'fail', 'fail', 'commit', 'rollback', 'sweep'),
        level: fc.constantFrom('READ COMMITTED', 'READ COMMITTED', 'REPEATABLE READ'),
        failures: fc.array(failure, { minLength: 1, maxLength: 2 }),
      });
      let histories = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 30, size: 'max' }), async (acts) => {
          histories += 1;
          const open = new Map<number, Strike[]>();
          const committed: Strike[] = [];
          const end = async (session: number, how: string) => {
            await sessions[session]?.query(how);
            committed.push(...(how === 'COMMIT' ? (open.get(session) ?? []) : []));
            open.delete(session);
          };
          for (const [i, { session, does, level, failures }] of acts.entries()) {
            const client = sessions[session] as Client;
            if (does === 'fail') {
              if (!open.has(session)) {
                await client.query(`BEGIN ISOLATION LEVEL ${level}`);
              }
              const named = failures.map((part, n) => ({
                ...part,
                type: `${histories} ${part.type}`,
                name: `${i}.${n}`,
              }));
              await store(client, named);
              open.set(session, [...(open.get(session) ?? []), ...named]);
            } else if (does === 'sweep') {
              await sweep();
            } else if (open.has(session)) {
              await end(session, does.toUpperCase());
            }
          }
          for (const session of [...open.keys()]) {
            await end(session, 'COMMIT');
          }
          await sweep();
          const deserve = TYPES.map((each) => `${histories} ${each}`).filter(
            (each) => answered({ failures: committed, tests: [] }, each).tests.length > 0
          );
          const { rows } = await client.query<{ error_type: string; marked: number; span: number }>(
            `SELECT test.error_type, count(*)::int AS marked, extract(epoch FROM max(failure.created_at) - min(failure.created_at)) * 1000 AS span
            FROM auto_generated_tests AS test JOIN generation_failures AS failure USING (error_type)
            WHERE test_generated AND starts_with(error_type, $1) GROUP BY test.id ORDER BY 1`,
            [`${histories} `]
          );
          expect(rows.map(({ error_type }) => error_type)).toEqual(deserve);
          for (const { marked, span } of rows) {
            expect(marked).toBe(3);
            expect(Number(span)).toBeLessThanOrEqual(WINDOW);
          }
        }),
        { numRuns: 100 }
      );
      const { rows } = await client.query('SELECT message FROM genwatch_strike_errors');
      expect(rows).toEqual([]);
    }));
});

/** A statement's failures, type by type: the rule looks at one type. */
const byType = (failures: readonly Strike[]): Strike[][] =>
  TYPES.map((each) => failures.filter((one) => one.type === each)).filter((ofType) => ofType.length > 0);
