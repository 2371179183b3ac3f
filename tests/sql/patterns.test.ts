import fc from 'fast-check';

import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { literal } from '../../src/catalog/sql/literal';
import { javascriptPattern, matchesAny } from '../../src/catalog/sql/pattern';
import { rolledBack } from './rolledBack';

const { phrases, patterns } = DEFAULT_SETTINGS.validation;

/** Texts at the borders of words, lines, cases and alphabets. */
const CORPUS = [
  '',
  'Fixing x is not defined',
  'fixing',
  ' fixing',
  'Done.\nFixing',
  'index is not defined',
  'X IS NOT DEFINED',
  'ix is not defined_',
  'y already declared',
  'y has Already been declared.',
  'spring({ config })\n fps missing',
  'springs and fps',
  'undefined',
  'undefined_value',
  'éundefinedé',
  '_undefined',
  'imports',
  'important',
  'I fixed issues!',
  'prefixed issues',
  'fixed\u00a0issues',
  'fixed\tissues',
  'Circuit Breaker',
  'circuit\nbreaker',
  'giving up',
  'forgiving upwards',
  "it's $5 [[x]] \\ / {}",
  'größe GRÖSSE',
  'GRÖßE',
  '\u212a ſ İ ı ς Σ σ',
  '日本語 undefined 日本語undefined',
  '🎬🎬 import 🎬',
  'a\r\nb\vc\fd',
];

const WORDS = [
  'a',
  'B',
  'x',
  'é',
  'É',
  'ß',
  'Σ',
  '🎬',
  '_',
  '7',
  '-',
  '.',
  '$',
  ' ',
  '\n',
  '\u00a0',
  '\u212a',
  "'",
  '\\',
  '[',
];
const character = fc.constantFrom(...WORDS);
const text = fc.string({ unit: character, maxLength: 12 });

const escaped = (c: string) => c.replace(/[\\^$.*+?()[\]{}|]/, '\\$&');
const inClass = fc.oneof(
  character.map((c) => c.replace(/[\\\]^[-]/, '\\$&')),
  fc.constantFrom('a-c', 'X-b', 'à-ü', '\\d', '\\w', '\\s', '\\t-\\r', '\\--/')
);
const single = fc.oneof(
  { weight: 4, arbitrary: character.map(escaped) },
  { weight: 1, arbitrary: fc.constantFrom('.', '\\d', '\\D', '\\w', '\\W', '\\s', '\\S', '\\n') },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('', '^'), fc.array(inClass, { minLength: 1, maxLength: 4 }))
      .map(([negation, items]) => `[${negation}${items.join('')}]`),
  }
);
const quantifier = fc.constantFrom('', '', '', '', '*', '+', '?', '*?', '{2}', '{0,2}', '{1,}', '{0}');

const { pattern } = fc.letrec<{ pattern: string; branch: string; piece: string }>((tie) => ({
  piece: fc.oneof(
    { maxDepth: 2 },
    fc.tuple(single, quantifier).map((parts) => parts.join('')),
    fc.constantFrom('\\b', '^', '$'),
    fc.tuple(fc.constantFrom('(', '(?:'), tie('pattern'), fc.constant(')'), quantifier).map((parts) => parts.join(''))
  ),
  branch: fc.array(tie('piece'), { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join('')),
  pattern: fc.array(tie('branch'), { minLength: 1, maxLength: 2 }).map((branches) => branches.join('|')),
}));

const EXPECTED: Record<string, readonly string[]> = {
  '\\bx is not defined\\b': ['Fixing x is not defined', 'X IS NOT DEFINED'],
  '\\bfixed issues\\b': ['I fixed issues!'],
  '^fixing': ['Fixing x is not defined', 'fixing'],
  größe: ['größe GRÖSSE', 'GRÖßE'],
};

describe('patterns in PostgreSQL and in JavaScript', () => {
  const bySql = (wanted: readonly string[], texts: readonly string[]) =>
    rolledBack(async (client) => {
      const { rows } = await client.query<{ text: string }>(
        `SELECT text FROM unnest($1::text[]) AS corpus (text) WHERE ${matchesAny('text', wanted)}`,
        [texts]
      );
      return rows.map((row) => row.text);
    });

  it.each(Object.entries(EXPECTED))('%s matches what it should', async (wanted, texts) => {
    expect(await bySql([wanted], CORPUS)).toEqual(texts);
    expect(CORPUS.filter((candidate) => javascriptPattern(wanted).test(candidate))).toEqual(texts);
  });

  it.each([
    ...Object.values(phrases).flat(),
    ...patterns.map((named) => named.pattern),
    '\\s',
    '\\w$',
    '[^\\w\\s]',
    '^.$',
  ])('%s classifies a corpus equally', async (wanted) => {
    const regExp = javascriptPattern(wanted);
    expect(await bySql([wanted], CORPUS)).toEqual(CORPUS.filter((candidate) => regExp.test(candidate)));
  });

  it(
    'mean the same whatever the pattern',
    () =>
      rolledBack((client) =>
        fc.assert(
          fc.asyncProperty(pattern, fc.array(text, { minLength: 20, maxLength: 20 }), async (wanted, texts) => {
            const { rows } = await client.query<{ matches: boolean }>(
              `SELECT ${matchesAny('text', [wanted])} AS matches FROM unnest($1::text[]) WITH ORDINALITY AS t (text, i) ORDER BY i`,
              [texts]
            );
            const regExp = javascriptPattern(wanted);
            expect(rows.map((row) => row.matches)).toEqual(texts.map((candidate) => regExp.test(candidate)));
          }),
          { numRuns: 800 }
        )
      ),
    30_000
  );

  it('match any of several', async () => {
    expect(await bySql(['^fixing$', 'fps$|^imports', '\\$5'], CORPUS)).toEqual([
      'fixing',
      'springs and fps',
      'imports',
      "it's $5 [[x]] \\ / {}",
    ]);
  });

  it('find nothing when there are none', async () => {
    expect(await bySql([], CORPUS)).toEqual([]);
  });
});

describe('text in SQL', () => {
  it.each(['on', 'off'])('comes back as it was with standard_conforming_strings %s', (setting) =>
    rolledBack(async (client) => {
      const { rows: version } = await client.query<{ number: string }>(
        `SELECT current_setting('server_version_num') AS number`
      );
      // PostgreSQL 19 can no longer switch it off.
      if (Number(version[0]?.number) < 190000) {
        await client.query(`SET LOCAL standard_conforming_strings = ${setting}; SET LOCAL escape_string_warning = off`);
      }
      const any = fc.string({
        unit: fc.oneof(character, fc.constantFrom('"', '$', '{', ']', ';', 'x24', '%')),
        maxLength: 20,
      });
      await fc.assert(
        fc.asyncProperty(fc.array(any, { minLength: 10, maxLength: 10 }), async (texts) => {
          const { rows } = await client.query<{ texts: string[] }>(
            `SELECT ARRAY[${texts.map(literal).join(', ')}]::text[] AS texts`
          );
          expect(rows[0]?.texts).toEqual(texts);
        }),
        { numRuns: 100 }
      );
    })
  );
});
