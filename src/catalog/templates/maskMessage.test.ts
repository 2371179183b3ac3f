import fc from 'fast-check';

import { HOSTILE } from '../../../demo/simulator/texts/hostile';
import { maskMessage, MOST_CHARACTERS, unmarked } from './maskMessage';

const masked = (text: string, names: readonly string[] = []) => unmarked(maskMessage(text, names));

describe('a masked message', () => {
  it.each([
    ["Cannot read properties of undefined (reading 'map')", 'Cannot read properties of undefined (reading <text>)'],
    ['failed at Scene (scene.tsx:14:9)', 'failed at Scene (<path>)'],
    ['connect ECONNREFUSED 127.0.0.1:5432', 'connect ECONNREFUSED <address>'],
    ['getaddrinfo ENOTFOUND api.openai.com', 'getaddrinfo ENOTFOUND <address>'],
    ['fe80::1 and [::1]:80 are down', '<address> are down'],
    ['GET https://x.example/a?b=c failed', 'GET <url> failed'],
    ['mail to a.b+c@example.com bounced', 'mail to <email> bounced'],
    ['timed out after 30000ms (attempt 3/5)', 'timed out after <number>ms (attempt <number>)'],
    ['body of 132 kB, at most 100 kB or 1.5MiB', 'body of <number> kB, at most <number> kB or <number>MiB'],
    ['error TS2304: no such name', 'error TS<number>: no such name'],
    ['since 2026-03-01T10:00:00.5Z', 'since <time>'],
    ['request req_abc123 of 550e8400-e29b-41d4-a716-446655440000', 'request <id> of <id>'],
    ['user 1234567890 is gone', 'user <id> is gone'],
    ['{"error":{"message":"Overloaded"}}', '<code>'],
    ['```const a = 1', '<code>'],
    ['<div class="x"> in <p>', '<tag> in <tag>'],
    ['props.items.map and useChart fail', '<name> fail'],
    ['main.tsx, theme.css', '<path>'],
    ['C:\\work\\a.ts and ../b/c.js and src/d', '<path>'],
    ['size=12 color=red', 'size=<value> color=<value>'],
    ['keys "a", "b" and "c" are unused', 'keys <text> are unused'],
  ])('of %j', (text, expected) => {
    expect(masked(text)).toBe(expected);
  });

  it.each([
    ['key sk-ant-api03-AbCdEfGh refused', 'key <secret> refused'],
    ['Authorization: Bearer abc.def-ghi', 'Authorization: <secret>'],
    ['sent Bearer abc.def-ghi', 'sent Bearer <secret>'],
    ['password: correcthorse', 'password: <secret>'],
    ['DB_PASSWORD=correcthorse', 'DB_PASSWORD=<secret>'],
    ['token eyJhbGciOi.J9.x_y', 'token <secret>'],
    ['-----BEGIN KEY----- abc -----END KEY----- is wrong', '<code> is wrong'],
  ])('hides the secret of %j', (text, expected) => {
    expect(masked(text)).toBe(expected);
  });

  it('keeps the words that tell errors apart', () => {
    const texts = [
      "can't do that, it's ready-made",
      'TypeError: I/O not possible',
      'ERR_MODULE_NOT_FOUND',
      'Unexpected token in JSON, session expired',
      'größer 漢字',
    ];
    expect(texts.map((text) => masked(text))).toEqual(texts);
  });

  it('takes an open quote as closed by the end', () => {
    expect(masked('got "some words of a user')).toBe('got <text>');
    expect(masked("got 'some words of a user")).toBe('got <text>');
  });

  it("hides what the row calls the user's, wherever it stands", () => {
    expect(masked('Fixing My Own Scene: My Own Scene fails', ['My Own Scene', 'a'])).toBe(
      'Fixing <text>: <text> fails'
    );
  });

  it('finds these names whatever is in them, in any case', () => {
    expect(masked('Of (a+b)* [x]: (A+B)*  [X]', ['(a+b)* [x]'])).toBe('Of <text>: <text>');
    fc.assert(
      fc.property(fc.string({ minLength: 3, maxLength: 20, unit: 'grapheme' }), (name) => {
        const shown = name.replace(/[\p{C}\p{Z}]+/gu, ' ').trim();
        fc.pre(shown.length >= 3 && !'Fixing <text> now'.includes(shown));
        expect(masked(`Fixing ${name} now`, [name])).not.toContain(shown);
      })
    );
  });

  it('leaves half a word out when it is cut', () => {
    const text = `${'word '.repeat(MOST_CHARACTERS / 5 - 1)}sk-live-abcdefghijkl`;
    expect(text.length).toBeGreaterThan(MOST_CHARACTERS);
    expect(masked(text)).not.toContain('sk');
  });

  it('cannot be taken in by marks and controls in a message', () => {
    expect(masked('\ue000\u001b[31mred\u001b[0m \u202elines\r\nof')).toBe('red lines of');
    Object.values(HOSTILE).forEach((text) => expect(masked(text)).not.toMatch(/[\p{Cc}\p{Co}\p{Cf}]/u));
  });

  it('costs the same however long the message is', () => {
    const hard = ['a', '"', "'", 'a ', '/', 'a.', '=', '{', '<', '1', '1:', ':', '-', '(', 'a@', 'sk-', '\u001b['];
    const took = (length: number) => {
      const texts = hard.map((piece) => piece.repeat(length / piece.length));
      const start = performance.now();
      for (let i = 0; i < 20; i++) {
        texts.forEach((text) => maskMessage(text));
      }
      return performance.now() - start;
    };
    took(1000);
    // A thousand times longer; linear reading would take about a thousand times longer, too.
    expect(took(1_000_000)).toBeLessThan(20 * took(1000) + 200);
  });
});

const letters = (least: number, most: number, alphabet = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ') =>
  fc
    .array(fc.constantFrom(...alphabet), { minLength: least, maxLength: most })
    .map((characters) => characters.join(''));
const DIGITS = '0123456789';
const mixed = (least: number, most: number) =>
  fc.tuple(letters(least, most), fc.nat({ max: 9_999 })).map(([word, number]) => `${word}${number}q`);

/** Values that must never come out, as they stand in messages: what is hidden, and the text around it. */
const hidden = fc.oneof(
  letters(3, 12, DIGITS).map((value) => ({ value, text: value })),
  fc.tuple(letters(4, 12), letters(4, 12), fc.constantFrom('"', "'", '`')).map(([one, other, quote]) => ({
    value: one,
    text: `${quote}${one} ${other}${quote}`,
  })),
  letters(4, 12).map((value) => ({ value, text: `“${value} x”` })),
  letters(5, 12).map((value) => ({ value, text: `/home/${value}/file.ts:12:3` })),
  letters(5, 12).map((value) => ({ value, text: `./${value}` })),
  letters(5, 12).map((value) => ({ value, text: `C:\\${value}\\x` })),
  letters(5, 12).map((value) => ({ value, text: `https://example.com/${value}?${value}` })),
  letters(5, 12).map((value) => ({ value, text: `${value}@example.org` })),
  letters(8, 30).map((value) => ({ value, text: `sk-${value}` })),
  letters(12, 30).map((value) => ({ value, text: `ghp_${value}` })),
  letters(12, 30).map((value) => ({ value, text: `eyJ${value}.${value}` })),
  letters(5, 30).map((value) => ({ value, text: `Bearer ${value}` })),
  letters(5, 30).map((value) => ({ value, text: `password=${value}` })),
  letters(5, 30).map((value) => ({ value, text: `api_key: ${value}` })),
  mixed(6, 12).map((value) => ({ value, text: value })),
  letters(26, 40).map((value) => ({ value, text: value })),
  letters(5, 12).map((value) => ({ value, text: `{"key":"${value}","n":1}` }))
);

const sentence = fc
  .array(fc.oneof(hidden, fc.constantFrom('could', 'not', 'be', 'read', 'Error:', 'in', '(reading', '–', ',')), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => ({
    text: parts.map((part) => (typeof part === 'string' ? part : part.text)).join(' '),
    values: parts.flatMap((part) => (typeof part === 'string' ? [] : [part.value])),
  }));

describe('no value', () => {
  it('comes out of a masked message', () => {
    fc.assert(
      fc.property(sentence, ({ text, values }) => {
        const out = masked(text);
        values.forEach((value) => expect(out).not.toContain(value));
      }),
      { numRuns: 2000 }
    );
  });
});
