import { type Client } from 'pg';

/**
 * Fills the empty table of the demo with 30 days of messages up to now, in the order of their time: 50 chats at once, and
 * in ten messages of each two of the user, four of code and prose, one or two attempts at a scene, mostly a success,
 * and a finished scene. Every row is made from its number, so that each run has the same ones.
 */
export async function fillMessages(client: Client, rows: number): Promise<void> {
  await client.query('ALTER TABLE messages SET UNLOGGED; ALTER TABLE messages DROP CONSTRAINT messages_pkey');
  await client.query(
    `INSERT INTO messages (chat_id, role, content, scene_name, created_at)
    SELECT 'chat-' || (n / 2000) * 50 + n % 50,
      CASE WHEN turn IN (0, 7) THEN 'user' ELSE 'assistant' END,
      CASE turn
        WHEN 0 THEN (ARRAY['create a bar chart in the intro, please', 'Add three cards behind the title', 'make our logo bounce', 'change the font of the outro'])[1 + dice % 4]
        WHEN 3 THEN CASE WHEN dice % 10 < 8 THEN 'Fixing Intro: ' || (ARRAY['ReferenceError: X is not defined at Scene (scene.tsx:14:9)', 'Identifier ''frame'' has already been declared (12:8)', 'spring() needs { frame, fps }', 'index is not defined', 'the requested module does not provide the imports it names'])[1 + dice % 5] ELSE prose END
        WHEN 4 THEN CASE WHEN dice % 10 < 3 THEN 'Fixing Intro: spring() needs { frame, fps }' ELSE prose END
        WHEN 5 THEN CASE WHEN dice % 1000 = 0 THEN 'Intro still fails, giving up' WHEN dice % 10 < 7 THEN 'Automatically fixed issues in Intro' ELSE prose END
        WHEN 6 THEN 'Scene completed: Intro'
        WHEN 7 THEN (ARRAY['now make it blue', 'never mind, leave it as it is', 'add a confetti burst', 'please make it 5 seconds longer'])[1 + dice % 4]
        ELSE repeat(prose, 1 + dice % 5)
      END,
      CASE WHEN turn IN (3, 4, 5, 6) THEN 'Intro' END,
      now() - interval '30 days' * (1 - n / CAST(${rows} AS double precision))
    FROM (
      SELECT n, (n / 50) % 10 AS turn, abs(CAST(hashint4(n / 500 * 50 + n % 50) AS bigint)) AS dice,
        'I padded the title and made the colours warmer; const frame = useCurrentFrame(); return <AbsoluteFill style={{ opacity: interpolate(frame, [0, 30], [0, 1]) }} />; ' AS prose
      FROM generate_series(1, ${rows}) AS n
    ) AS plan`
  );
  await client.query('ALTER TABLE messages ADD PRIMARY KEY (id)');
}
