import { attemptsByScene, attemptsBySceneEver } from '../../src/catalog/systems/validation/queries/attemptsByScene';
import { validationThresholds } from '../../src/catalog/systems/validation/thresholds';
import { type Query } from '../../src/catalog/kinds/query';
import { PARAMETERS } from './chainRows';
import { insertMessages, LAYOUTS, makeTable, PLAIN, settingsOf, type Layout } from './layout';
import { type Message } from './message';
import { rolledBack } from './rolledBack';

/** Word for word what the document says in 1.2. */
const DOCUMENTED = `
SELECT 
  chat_id,
  scene_name,
  COUNT(*) as attempt_count,
  MIN(created_at) as first_attempt,
  MAX(created_at) as last_attempt
FROM messages 
WHERE content LIKE 'Fixing%'
  AND created_at >= NOW() - INTERVAL '7 days'
GROUP BY chat_id, scene_name
HAVING COUNT(*) > 3  -- Should return 0 rows!
ORDER BY attempt_count DESC;`;

/** Word for word what the document says in 3.1.1. */
const INVALID = `
SELECT * FROM messages 
WHERE content LIKE 'Fixing%'
GROUP BY chat_id, scene_name
HAVING COUNT(*) > 3;`;

const DAY = 86_400_000;

/** Attempts of one scene, an hour apart. */
const attempts = (scene: string | null, count: number, daysAgo: number, changes: Partial<Message> = {}) =>
  Array.from({ length: count }, (_, i) => ({
    chat: 'a',
    scene,
    role: 'assistant',
    content: 'Fixing it',
    at: Date.now() - daysAgo * DAY + i * 60_000,
    ...changes,
  }));

const MESSAGES = [
  ...attempts('often', 5, 1),
  ...attempts('three times', 3, 1),
  ...attempts('by the user too', 4, 2, { role: 'user' }),
  ...attempts(null, 6, 3),
  ...attempts('in small letters', 7, 1, { content: 'fixing it' }),
  ...attempts('long ago', 8, 8),
].map((message, i): Message => ({ ...message, id: i + 1 }));

type Rows = ReadonlyArray<Record<string, unknown>>;

const rowsOf = (build: (layout: Layout) => Query | string, layout: Layout = PLAIN): Promise<Rows> =>
  rolledBack(async (client) => {
    await makeTable(client, layout);
    await insertMessages(client, layout, MESSAGES);
    const query = build(layout);
    return (await client.query(typeof query === 'string' ? query : query.sql(PARAMETERS))).rows;
  }, layout.sessionZone);

const ours = (make: typeof attemptsByScene) => (layout: Layout) => {
  const settings = settingsOf(layout);
  return make(settings, validationThresholds(settings).attempt_limit);
};
const counts = (rows: Rows) => rows.map(({ scene_name, attempt_count }) => [scene_name, Number(attempt_count)]);

describe('attempts by scene, as documented', () => {
  it('gives the rows of the documented statement', async () => {
    const documented = await rowsOf(() => DOCUMENTED);
    const instantsAside = (rows: Rows) => counts(rows);
    expect(instantsAside(documented)).toEqual([
      [null, 6],
      ['often', 5],
      ['by the user too', 4],
    ]);
    expect(instantsAside(await rowsOf(ours(attemptsByScene)))).toEqual(instantsAside(documented));
  });

  it.each(LAYOUTS)('gives them for any table: $title', async (layout) => {
    const rows = await rowsOf(ours(attemptsByScene), layout);
    expect(counts(rows)).toEqual([
      [null, 6],
      ['often', 5],
      ['by the user too', 4],
    ]);
    const { first_attempt, last_attempt } = rows[1] ?? {};
    expect([first_attempt, last_attempt]).toEqual(
      [MESSAGES[0], MESSAGES[4]].map((message) => new Date(message?.at ?? 0))
    );
  });

  it('cannot give the rows of 3.1.1, which PostgreSQL refuses, but those of its nearest valid statement', async () => {
    await expect(rowsOf(() => INVALID)).rejects.toMatchObject({ code: '42803' });
    expect(counts(await rowsOf(ours(attemptsBySceneEver)))).toEqual([
      ['long ago', 8],
      [null, 6],
      ['often', 5],
      ['by the user too', 4],
    ]);
  });
});
