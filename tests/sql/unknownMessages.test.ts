import { validation } from '../../src/catalog/systems/validation';
import { insertMessages, LAYOUTS, makeTable, settingsOf } from './layout';
import { type Message } from './message';
import { rolledBack } from './rolledBack';

const NOW = Date.parse('2026-06-10T12:00:00Z');
const HOUR = 3_600_000;
const RANGE = { from: "'2026-06-09T12:00:00Z'", to: "'2026-06-10T12:00:00Z'" };

const message = (id: number, hoursAgo: number, content: string | null, changes: Partial<Message> = {}): Message => ({
  id,
  chat: 'a',
  role: 'assistant',
  scene: 'Intro',
  content,
  at: NOW - hoursAgo * HOUR,
  ...changes,
});

describe.each(LAYOUTS)('the messages that no pattern knows: $title', (layout) => {
  const { unknownMessages } = validation(settingsOf(layout));

  it('are the repair attempts of the range without a known error, the newest first, cut', () =>
    rolledBack(async (client) => {
      await makeTable(client, layout);
      await insertMessages(client, layout, [
        message(1, 1, `Fixing Intro: it wobbles ${'so '.repeat(1000)}`),
        message(2, 3, 'fixing something: it flickers', { scene: null }),
        message(3, 2, 'Fixing Intro: it flickers'),
        message(4, 2, 'Fixing Intro: x is not defined'),
        message(5, 2, 'Fixing Intro: it flickers', { role: 'user' }),
        message(6, 2, 'it flickers'),
        message(7, 25, 'Fixing Intro: it flickers'),
        message(8, 0, 'Fixing Intro: it flickers'),
      ]);
      const ask = async (limit: string) => {
        const { rows } = await client.query<{ message: string; at: string; names: string }>(
          unknownMessages?.query.sql({ ...RANGE, limit }) ?? ''
        );
        return rows.map(({ message: text, at, names }) => ({
          text: text.slice(0, 30),
          length: text.length,
          at: Number(at),
          scene: (JSON.parse(names) as unknown[])[0],
        }));
      };
      expect(await ask('10')).toEqual([
        { text: 'Fixing Intro: it wobbles so so', length: 601, at: NOW - HOUR, scene: 'Intro' },
        { text: 'Fixing Intro: it flickers', length: 25, at: NOW - 2 * HOUR, scene: 'Intro' },
        { text: 'fixing something: it flickers', length: 29, at: NOW - 3 * HOUR, scene: null },
      ]);
      expect(await ask('1')).toHaveLength(1);
    }, layout.sessionZone));
});
