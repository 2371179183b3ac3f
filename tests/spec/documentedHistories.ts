import fc from 'fast-check';
import { type Client } from 'pg';

/** A message of the documented table; `ago` is in seconds before now. */
interface DocumentedMessage {
  readonly chat: string | null;
  readonly role: string | null;
  readonly content: string | null;
  readonly scene: string | null;
  readonly ago: number;
}
interface LogLine {
  readonly message: string | null;
  readonly ago: number;
}
interface DocumentedHistory {
  readonly messages: readonly DocumentedMessage[];
  readonly logs: readonly LogLine[];
}

const HOUR = 3600;
const DAY = 24 * HOUR;

/** Every phrase of the document, in its case and in others, alone and with others. */
const CONTENTS = [
  'Fixing it',
  'Fixing x is not defined',
  'Fixing index is not defined, already declared',
  'Fixing: already declared',
  'Fixing spring without fps',
  'Fixing fps',
  'Fixing undefined',
  'Fixing an import',
  'Fixing fixed issues, giving up',
  'fixing x is not defined',
  'I fixed issues',
  'Fixed issues',
  'giving up',
  'Giving up',
  'the circuit breaker is open, giving up',
  'Circuit breaker',
  'an error in console.error',
  'Error',
  'Scene completed',
  'scene completed',
  'create a scene',
  'Create a scene',
  'padding and make-up',
  'Fixing to make an error',
  '',
];

/** On and beside the edges of the document's ranges, and anywhere between. */
const ago = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 2 * HOUR }) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 2 * DAY }) },
  { weight: 3, arbitrary: fc.integer({ min: -HOUR, max: 40 * DAY }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(HOUR, DAY, 7 * DAY, 28 * DAY, 30 * DAY), fc.constantFrom(-1, 0, 1))
      .map(([edge, off]) => edge + off),
  }
);

const message: fc.Arbitrary<DocumentedMessage> = fc.record({
  chat: fc.constantFrom('a', 'a', 'b', 'c', null),
  role: fc.constantFrom('assistant', 'assistant', 'assistant', 'user', 'user', 'system', null),
  content: fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(...CONTENTS) },
    { weight: 1, arbitrary: fc.constant(null) }
  ),
  scene: fc.constantFrom('intro', 'intro', 'outro', null),
  ago,
});

const logs: fc.Arbitrary<LogLine[]> = fc
  .array(fc.constantFrom('[VALIDATION PERFORMANCE] Duration: 1.50ms, Fixes: 2', 'VALIDATION performance', 'x', null), {
    maxLength: 130,
    size: 'max',
  })
  // Of lines at one time the document does not say which come first.
  .map((lines) => lines.map((text, i) => ({ message: text, ago: (i * 7919) % 1009 })));

export const documentedHistory: fc.Arbitrary<DocumentedHistory> = fc.record({
  messages: fc.oneof(
    fc.array(message, { maxLength: 2 }),
    fc.array(message, { minLength: 20, maxLength: 150, size: 'max' }),
    // An assistant's message on each of more dates than any range touches.
    fc
      .array(message, { minLength: 45, maxLength: 45, size: 'max' })
      .map((all) => all.map((one, i): DocumentedMessage => ({ ...one, role: 'assistant', ago: i * DAY })))
  ),
  logs,
});

/** The tables as the document writes of them. */
export async function makeDocumentedTables(client: Client): Promise<void> {
  await client.query(`CREATE TEMPORARY TABLE messages (
    id bigint, chat_id text, role text, content text, scene_name text, created_at timestamptz
  );
  CREATE TEMPORARY TABLE logs (message text, created_at timestamptz)`);
}

/** Fills them; times are exact to the microsecond of the transaction's now(). */
export async function tellHistory(client: Client, { messages, logs: lines }: DocumentedHistory): Promise<void> {
  await client.query(
    `INSERT INTO messages
    SELECT row_number() OVER (), chat, role, content, scene, now() - ago * interval '1 second'
    FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[]) AS told (chat, role, content, scene, ago)`,
    [
      messages.map(({ chat }) => chat),
      messages.map(({ role }) => role),
      messages.map(({ content }) => content),
      messages.map(({ scene }) => scene),
      messages.map(({ ago: seconds }) => seconds),
    ]
  );
  await client.query(
    `INSERT INTO logs SELECT message, now() - ago * interval '1 second' FROM unnest($1::text[], $2::bigint[]) AS told (message, ago)`,
    [lines.map(({ message: text }) => text), lines.map(({ ago: seconds }) => seconds)]
  );
}
