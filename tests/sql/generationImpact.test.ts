import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { type Client } from 'pg';

import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { affectedIds } from '../../src/catalog/systems/generation/queries/affectedIds';
import { projectImpact } from '../../src/catalog/systems/generation/queries/projectImpact';
import { userImpact } from '../../src/catalog/systems/generation/queries/userImpact';
import { referenceImpact, type Happening, type Impact } from './generationImpact.reference';
import { insert, rowsOf, withGenerationTables } from './generationTables';

const NOON = Date.parse('2026-06-10T12:00:00Z');
const MINUTE = 60_000;
const RANGE = { from: NOON, to: NOON + 60 * MINUTE };
const QUERIES = { user: userImpact(DEFAULT_SETTINGS), project: projectImpact(DEFAULT_SETTINGS) };

const pseudonymOf = (id: string) => createHash('sha256').update(id).digest('hex').slice(0, 10);

async function write(client: Client, affected: 'user' | 'project', history: readonly Happening[]): Promise<void> {
  const id = (who: string | null) => ({ [`${affected}_id`]: who });
  const of = (...kinds: ReadonlyArray<Happening['kind']>) => history.filter(({ kind }) => kinds.includes(kind));
  await insert(
    client,
    'failures',
    of('failure').map(({ who, at, errorType }) => ({ ...id(who), at, error_type: errorType }))
  );
  await insert(
    client,
    'analytics',
    of('success', 'unsuccessful').map(({ who, at, kind }) => ({ ...id(who), at, success: kind === 'success' }))
  );
}

/** The rows of the reference as the query tells them. */
const asRow = (affected: 'user' | 'project', one: Impact) => ({
  [`${affected}_pseudonym`]: pseudonymOf(one.who),
  failures: one.failures,
  repeated: one.repeated ? 'repeated' : '',
  most_in_a_row: one.mostInARow,
  error_types: one.errorTypes,
  successes: one.successes,
  outcome: one.hasRecovered ? 'recovered' : 'never recovered',
  failure_runs: one.runs,
  recovered_runs: one.recoveries.length,
  mean_recovery_seconds:
    one.recoveries.length > 0
      ? expect.closeTo(one.recoveries.reduce((sum, seconds) => sum + seconds, 0) / one.recoveries.length, 6)
      : null,
  longest_recovery_seconds: one.recoveries.length > 0 ? Math.max(...one.recoveries) : null,
  failing_since: one.failingSince === null ? null : new Date(one.failingSince),
  last_failure: new Date(one.lastFailure),
});

const inOrder = (all: readonly Impact[]) =>
  [...all].sort(
    (a, b) => Number(a.hasRecovered) - Number(b.hasRecovered) || b.failures - a.failures || (a.who < b.who ? -1 : 1)
  );

/** Times on few minutes and at both ends of the range, so that things of the same instant are common. */
const happening = fc.record({
  at: fc
    .tuple(fc.integer({ min: -3, max: 63 }), fc.constantFrom(0, 0, 0, -1, 1))
    .map(([minute, off]) => NOON + minute * MINUTE + off),
  kind: fc.constantFrom<Happening['kind']>('failure', 'failure', 'success', 'success', 'unsuccessful'),
  errorType: fc.constantFrom('TypeError', 'Timeout'),
});

/** The histories of 25 users, and of nobody. */
const histories = fc
  .tuple(
    ...Array.from({ length: 25 }, (_, i) =>
      fc.array(happening, { maxLength: 14 }).map((all) => all.map((one): Happening => ({ ...one, who: `user ${i}` })))
    ),
    fc.array(happening, { maxLength: 5 }).map((all) => all.map((one): Happening => ({ ...one, who: null })))
  )
  .map((all) => all.flat());

describe.each(['user', 'project'] as const)('the impact on each %s', (affected) => {
  it('is that of the reference on 1 000 random histories', () =>
    withGenerationTables(async (client) => {
      const seen = { recovered: 0, never: 0, severalRuns: 0 };
      await fc.assert(
        fc.asyncProperty(histories, async (history) => {
          await client.query('SAVEPOINT history');
          await write(client, affected, history);
          const rows = await rowsOf(client, QUERIES[affected], RANGE);
          await client.query('ROLLBACK TO history');
          const reference = inOrder(referenceImpact(history, RANGE));
          seen.recovered += reference.filter(({ hasRecovered }) => hasRecovered).length;
          seen.never += reference.filter(({ hasRecovered }) => !hasRecovered).length;
          seen.severalRuns += reference.filter(({ runs }) => runs > 1).length;
          expect(rows).toEqual(reference.map((one) => asRow(affected, one)));
        }),
        { numRuns: 40 }
      );
      expect(Math.min(...Object.values(seen))).toBeGreaterThan(50);
    }));
});

describe('the impact on users', () => {
  const failed = (minute: number, who: string | null = 'ann'): Happening => ({
    who,
    at: NOON + minute * MINUTE,
    kind: 'failure',
    errorType: 'TypeError',
  });
  const succeeded = (minute: number): Happening => ({ ...failed(minute), kind: 'success' });
  const impactOf = (...history: readonly Happening[]) =>
    withGenerationTables(async (client) => {
      await write(client, 'user', history);
      return rowsOf(client, QUERIES.user, RANGE);
    });

  it('is nothing without failures, and of failures that are nobody’s', async () => {
    expect(await impactOf()).toEqual([]);
    expect(await impactOf(succeeded(1))).toEqual([]);
    expect(await impactOf(failed(1, null))).toEqual([]);
  });

  it('is over at the first success after a failure, and its time counts from the first failure of the run', async () => {
    expect(await impactOf(failed(1), failed(4), succeeded(6), succeeded(9))).toMatchObject([
      { outcome: 'recovered', failures: 2, most_in_a_row: 2, mean_recovery_seconds: 300, failing_since: null },
    ]);
  });

  it('goes on when the last run had no success', async () => {
    expect(await impactOf(failed(1), succeeded(2), failed(3), failed(5))).toMatchObject([
      {
        outcome: 'never recovered',
        failure_runs: 2,
        recovered_runs: 1,
        failing_since: new Date(NOON + 3 * MINUTE),
        last_failure: new Date(NOON + 5 * MINUTE),
      },
    ]);
  });

  it('is over at once when the success is of the same instant', async () => {
    expect(await impactOf(succeeded(2), failed(2))).toMatchObject([{ outcome: 'recovered', mean_recovery_seconds: 0 }]);
  });

  it('names ids only where they are asked for', () =>
    withGenerationTables(async (client) => {
      await insert(client, 'failures', [
        { at: NOON, user_id: 'ann@example.com', project_id: 'shop' },
        { at: NOON, user_id: 'ann@example.com', project_id: null },
      ]);
      expect(JSON.stringify(await rowsOf(client, QUERIES.user, RANGE))).not.toContain('ann@example.com');
      expect(await rowsOf(client, affectedIds(DEFAULT_SETTINGS), RANGE)).toEqual([
        { pseudonym: pseudonymOf('ann@example.com'), id: 'ann@example.com' },
        { pseudonym: pseudonymOf('shop'), id: 'shop' },
      ]);
    }));
});
