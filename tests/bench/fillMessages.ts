import { type Client } from 'pg';

import { literal } from '../../src/catalog/sql/literal';

/**
 * Fills the empty table of the demo with 30 days of messages up to now, in the order of their time: 50 chats at once, in
 * about the proportions of the demo. Of 25 messages of a chat 8 are requests, 5 are code, 7 are finished scenes, 2 are
 * attempts at a scene, 1 is nearly always a success, 2 are chatter. Every row is made from its number, so that each run
 * has the same ones.
 */
export async function fillMessages(client: Client, rows: number): Promise<void> {
  await client.query('ALTER TABLE messages SET UNLOGGED; ALTER TABLE messages DROP CONSTRAINT messages_pkey');
  await client.query(
    `INSERT INTO messages (chat_id, role, content, scene_name, created_at)
    SELECT md5(chat::text),
      CASE WHEN turn IN (0, 4, 7, 10, 13, 16, 19, 22) THEN 'user' ELSE 'assistant' END,
      CASE
        WHEN turn IN (0, 4, 7, 10, 13, 16, 19, 22) THEN ${oneOf(REQUESTS)}
        WHEN turn IN (1, 5, 11, 17, 23) THEN repeat(${CODE}, CAST(1 + dice % 5 AS integer))
        WHEN turn = 2 OR turn = 14 AND dice % 10 < 8 THEN 'Fixing Intro: ' || ${oneOf(ERRORS)}
        WHEN turn = 15 AND dice % 5000 = 0 THEN 'Intro still fails, giving up'
        WHEN turn = 3 OR turn = 15 AND dice % 10 < 7 THEN 'Automatically fixed issues in Intro'
        WHEN turn IN (6, 8, 9, 12, 18, 20, 24) THEN 'Scene completed: Intro'
        ELSE 'I padded the title and made the colours warmer.'
      END,
      CASE WHEN turn NOT IN (0, 4, 7, 10, 13, 16, 19, 22) THEN 'Intro' END,
      now() - interval '30 days' * (1 - n / CAST(${rows} AS double precision))
    FROM (
      SELECT n, (n / 5000) * 50 + n % 50 AS chat, (n / 50) % 25 AS turn,
        abs(CAST(hashint4(n / 1250 * 50 + n % 50) AS bigint)) AS dice
      FROM generate_series(1, ${rows}) AS n
    ) AS plan`
  );
  await client.query('ALTER TABLE messages ADD PRIMARY KEY (id)');
}

const REQUESTS = [
  'create a bar chart in the intro, please',
  'Add three cards behind the title',
  'make our logo bounce, and add a confetti burst',
  'change the font of the outro',
  'Make the intro 12 seconds long',
];
/** Each of them is known to a pattern. */
const ERRORS = [
  'ReferenceError: X is not defined at Scene (scene.tsx:14:9)',
  "Identifier 'frame' has already been declared (12:8)",
  'spring() needs { frame, fps }',
  'index is not defined',
  'the requested module does not provide the imports it names',
];
/** 160 characters; a message of code has up to five of it. */
const CODE = literal(
  'I padded the title and made the colours warmer; const frame = useCurrentFrame(); return <AbsoluteFill style={{ opacity: interpolate(frame, [0, 30], [0, 1]) }} />; '
);

function oneOf(texts: readonly string[]): string {
  return `(ARRAY[${texts.map(literal).join(', ')}])[1 + dice % ${texts.length}]`;
}
