import fc from 'fast-check';
import { type Client } from 'pg';

import { createPlan } from '../../../demo/simulator/plan/plan';
import { writeMessages } from '../../../demo/simulator/writeMessages';
import { DEFAULT_SETTINGS } from '../../../src/catalog/settings/defaults';
import { validation } from '../../../src/catalog/systems/validation';
import { history } from '../histories';
import { answer, DAY_MS, fail, onTable, type Row, say, undone } from '../runbookAnswers';

const RANGE = { from: "now() - interval '24 hours'", to: 'now()', limit: '20' };
/** How the catalog calls what the list of offenders says under `ended_by`. */
const OUTCOMES: Record<string, string> = {
  fixed: 'fixed',
  breaker: 'gave_up',
  user: 'abandoned',
  silence: 'abandoned',
  'nobody yet': 'open',
};
const PATTERNS = '2. Compare the error patterns of today with those of the week before';
const FIND = '1. Find the chat and the scene in the list of offenders';

describe('the SQL of the runbooks and that of the catalog', () => {
  const byCatalog = async (client: Client, id: string): Promise<Row[]> => {
    const query = validation(DEFAULT_SETTINGS).queries.find((one) => one.id === id) ?? fail();
    return (await client.query<Row>(query.sql(RANGE))).rows;
  };

  it(
    'agree on how chains end and which are too long, on random histories',
    () =>
      onTable(async (client) => {
        const seen = { fixed: 0, gave_up: 0, abandoned: 0, long: 0 };
        await fc.assert(
          fc.asyncProperty(history, fc.boolean(), async ({ messages, range }, toEnd) => {
            // The histories pause for half hours where the documented limit is one hour.
            const minutesAgo = (at: number) =>
              toEnd ? (range.to - at) / 30_000 : 24 * 60 + (range.from - at) / 30_000;
            const said = messages
              .flatMap(({ content: text, at, ...message }) =>
                text === null ? [] : [{ ...message, text, minutesAgo: minutesAgo(at) }]
              )
              .sort((a, b) => a.id - b.id);
            const [[summary], offenders, ended, list] = await undone(client, async () => {
              await say(client, said);
              return [
                await byCatalog(client, 'validation.chain_summary'),
                await byCatalog(client, 'validation.offenders'),
                await answer(client, 'ValidationSuccessRateLow', 'Who ends the chains?'),
                await answer(client, 'ValidationAttemptLimit', FIND),
              ] as const;
            });

            const chains = (...by: string[]) =>
              ended
                .filter((row) => by.includes(String(row.ended_by)))
                .reduce((sum, row) => sum + Number(row.chains), 0);
            const { fixed, gave_up, abandoned } = summary ?? {};
            expect([chains('fixed'), chains('gave up'), chains('user', 'silence')]).toEqual([
              fixed,
              gave_up,
              abandoned,
            ]);
            const told = (rows: Row[]) =>
              rows.map((row) => JSON.stringify([row.chat_id, row.scene_name, row.attempts, row.last_attempt])).sort();
            expect(told(list)).toEqual(told(offenders));
            const outcomes = offenders.map(({ outcome }) => outcome).sort();
            expect(list.map((row) => OUTCOMES[String(row.ended_by)]).sort()).toEqual(outcomes);
            seen.fixed += Number(fixed);
            seen.gave_up += Number(gave_up);
            seen.abandoned += Number(abandoned);
            seen.long += list.length;
          }),
          { numRuns: 150 }
        );
        expect(Object.entries(seen).filter(([, count]) => count < 20)).toEqual([]);
      }),
    60_000
  );

  it('agree on the error patterns of a day', () =>
    onTable(async (client) => {
      const plan = createPlan({ seedNumber: 98, messagesPerDay: 5000 });
      await writeMessages(client, plan.options.seedNumber, plan.messages(Date.now() - DAY_MS, Date.now()));
      // Unknown errors are too rare in the demo to be there every day.
      await say(client, [{ chat: 'odd', minutesAgo: 3, text: 'Fixing intro: Unterminated template literal' }]);
      const expected = (await byCatalog(client, 'validation.error_patterns')).map((row) => [
        row.pattern,
        row.occurrences,
        row.chats,
      ]);
      const found = await answer(client, 'ValidationSuccessRateLow', PATTERNS);
      expect(expected.length).toBeGreaterThan(5);
      expect(found.map((row) => [row.pattern, row.today, row.chats]).sort()).toEqual(expected.sort());
    }));
});
