import fc from 'fast-check';
import { type Client } from 'pg';

import { chainsBySql, summaryBySql } from './chainRows';
import { history, IDLE } from './histories';
import { asStored, chatId, insertMessages, LAYOUTS, makeTable, settingsOf, type Layout } from './layout';
import { type Message, type MillisecondRange } from './message';
import { referenceChains, referenceSummary, type ReferenceChain } from './repairChains.reference';
import { rolledBack } from './rolledBack';

const RUNS = 200;
const LIMIT = 3;
const LOOK_BACK = IDLE.milliseconds * (LIMIT + 1);

const inOrder = (chains: readonly ReferenceChain[]) =>
  [...chains].sort(
    (a, b) =>
      a.chat.localeCompare(b.chat) || (a.scene ?? '').localeCompare(b.scene ?? '') || a.lastAttempt - b.lastAttempt
  );

describe.each(LAYOUTS)('repair chains on random histories: $title', (layout) => {
  const settings = settingsOf(layout, { idle: IDLE.duration });
  const seen = { fixed: 0, gave_up: 0, abandoned: 0, open: 0, cut: 0 };

  it(
    'are those of the reference',
    () =>
      rolledBack(async (client) => {
        await makeTable(client, layout);
        await fc.assert(
          fc.asyncProperty(history, ({ messages, range }) => check(client, layout, messages, range)),
          { numRuns: RUNS }
        );
      }, layout.sessionZone),
    30_000
  );

  it('included chains of every outcome, and some whose start lay before the look-back', () => {
    expect(Object.entries(seen).filter(([, count]) => count < 5)).toEqual([]);
  });

  async function check(client: Client, { title }: Layout, drafts: readonly Message[], range: MillisecondRange) {
    await client.query('SAVEPOINT history');
    await insertMessages(client, layout, drafts);
    const messages = await asStored(client, layout, drafts);
    const chains = await chainsBySql(client, settings, range);
    const summary = await summaryBySql(client, settings, range);
    await client.query('ROLLBACK TO history');

    const expected = referenceChains(messages, range, IDLE.milliseconds).map((chain) => {
      seen[chain.outcome] += 1;
      return { ...chain, chat: chatId(layout, chain.chat) };
    });
    const cut = (chain: ReferenceChain) => chain.firstAttempt < range.from - LOOK_BACK;
    seen.cut += expected.filter(cut).length;

    // Of a chain that began before the look-back the SQL may miss attempts, but never so many that it obeys the limit.
    const found = inOrder(chains);
    const told = inOrder(expected).map((chain, i) => {
      const counted = found[i];
      return cut(chain) && counted && counted.attempts > LIMIT && counted.attempts <= chain.attempts
        ? { ...chain, attempts: counted.attempts, firstAttempt: counted.firstAttempt }
        : chain;
    });
    expect({ title, chains: found }).toEqual({ title, chains: told });
    expect(summary).toEqual([referenceSummary(told, range)]);
  }
});
