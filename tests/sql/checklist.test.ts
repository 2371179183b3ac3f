import { seedHistory } from '../../demo/simulator/seed';
import { buildCatalog } from '../../src/catalog/catalog';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { SYSTEMS } from '../../src/catalog/systems';
import { answerChecklists } from '../../tools/health/answerChecklist';
import { ownSchema } from './ownSchema';

const catalog = buildCatalog(SYSTEMS, DEFAULT_SETTINGS);
const checklists = catalog.systems.flatMap(({ checklists: own = [] }) => own);

describe('a checklist', () => {
  it('is answered from the database, without a word of a user', () =>
    ownSchema('checklist', async ({ client, url }) => {
      await seedHistory(client, { days: 8, messages: 8_000 });
      await client.query(
        `INSERT INTO messages (chat_id, role, content, scene_name)
         SELECT 'fault-secret-chat', 'assistant', 'Fixing secret-scene: x is not defined', 'secret-scene' FROM generate_series(1, 5)`
      );

      const answered = await answerChecklists({ catalog, checklists, review: 'weekly', checks: [], databaseUrl: url });

      expect(answered.failures).toEqual([]);
      const texts = answered.checklists.flatMap(({ items }) =>
        items.flatMap(({ answers }) => answers.map(({ text }) => text))
      );
      expect(texts).toContainEqual(expect.stringMatching(/^Success rate by day: \d+/));
      expect(texts).toContainEqual(expect.stringMatching(/^Most frequent: .+ \d+/));
      expect(texts).toContainEqual(
        expect.stringMatching(/^Chains over the attempt limit: \d+ in \d+ chats?, the longest of 5/)
      );
      expect(JSON.stringify(answered)).not.toContain('secret');
    }));

  it('says why the database did not answer', async () => {
    const databaseUrl = 'postgresql://nobody@127.0.0.1:1/none';
    const { failures } = await answerChecklists({ catalog, checklists, review: 'weekly', checks: [], databaseUrl });
    expect(failures.length).toBeGreaterThan(0);
    expect(failures[0]).toMatchObject({ reason: 'unreachable' });
  });
});
