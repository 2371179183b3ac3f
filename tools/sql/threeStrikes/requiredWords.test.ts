import fc from 'fast-check';

import { DEFAULT_SETTINGS } from '../../../src/catalog/settings/defaults';
import { javascriptPattern } from '../../../src/catalog/sql/pattern';
import { requiredWords } from './requiredWords';

describe('the words that a pattern needs', () => {
  it.each([
    ['\\brate.?limit|\\b429\\b', ['limit', '429']],
    ['\\bTime.?out\\b', ['time']],
    ['\\b(cannot find|missing) (module|package)\\b', ['cannot find', 'missing']],
    ['\\bsyntax ?error\\b', ['syntax']],
    ['\\bdependenc(y|ies)\\b', ['dependenc']],
    ['a+b', ['a']],
    ['(?:abc){2,3}', ['abc']],
    ['a\\.b', ['a.b']],
  ])('of %s are %j', (pattern, words) => {
    expect(requiredWords(pattern)).toEqual(words);
  });

  it.each(['[abc]', 'a?', '(abc)?', 'abc|\\d+', '.', '\\w+', '(a|b?)', '(x){0}', 'é', '\\b', '^$'])(
    'are none of %s',
    (pattern) => {
      expect(requiredWords(pattern)).toBeUndefined();
    }
  );

  it('are known of every pattern of the defaults', () => {
    for (const { pattern } of DEFAULT_SETTINGS.generation.categories) {
      expect(requiredWords(pattern)?.every(({ length }) => length >= 3)).toBe(true);
    }
  });

  it('are in every text that matches', () => {
    const piece = fc.constantFrom(
      'a',
      'B',
      'bc',
      '\\.',
      '[ab]',
      '.',
      '\\b',
      '^',
      '(a|bc)',
      '(?:b)',
      '(ab?|c)',
      '\\w',
      'é',
      ' '
    );
    const quantifier = fc.constantFrom('', '', '', '?', '*', '+', '{2}', '{0,2}', '+?');
    const branch = fc
      .array(fc.tuple(piece, quantifier), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.map(([one, times]) => (/^(\^|\\b)$/.test(one) ? one : one + times)).join(''));
    const pattern = fc.array(branch, { minLength: 1, maxLength: 3 }).map((branches) => branches.join('|'));
    const text = fc.string({ unit: fc.constantFrom('a', 'A', 'b', 'C', 'c', '.', ' ', 'é'), maxLength: 8 });
    let matched = 0;
    fc.assert(
      fc.property(pattern, text, (regex, given) => {
        const words = requiredWords(regex);
        if (words && javascriptPattern(regex).test(given)) {
          matched += 1;
          expect(words.some((word) => given.toLowerCase().includes(word))).toBe(true);
        }
      }),
      { numRuns: 5000 }
    );
    expect(matched).toBeGreaterThan(300);
  });
});
