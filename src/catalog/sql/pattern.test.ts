import { DEFAULT_SETTINGS } from '../settings/defaults';
import { javascriptPattern, matchesAny, postgresPattern } from './pattern';
import { PatternError } from './patternError';

const matches = (pattern: string, text: string) => javascriptPattern(pattern).test(text);

describe('postgresPattern', () => {
  it('leaves simple patterns readable', () => {
    expect(postgresPattern('^fixing')).toBe('^fixing');
    expect(postgresPattern('\\balready (been )?declared\\b')).toBe('\\yalready (?:been )?declared\\y');
    expect(postgresPattern('a{2}b{1,}c{0,3}')).toBe('a{2}b{1,}c{0,3}');
    expect(postgresPattern('a{255}')).toBe('a{255}');
  });

  it('writes classes by their characters, so that no locale has a say', () => {
    expect(postgresPattern('\\d\\W[^\\s-]')).toBe('[0-9][^A-Za-z0-9_][^\t-\r \\-]');
  });

  it('escapes what would be an operator', () => {
    expect(postgresPattern('a\\.b\\$\\{[\\]^-]')).toBe('a\\.b\\$\\{[\\]\\^\\-]');
  });

  it('spells out both cases of letters that PostgreSQL leaves alone', () => {
    expect(postgresPattern('größe')).toBe('gr[öÖ]ße');
    expect(postgresPattern('[é]')).toBe('[éÉ]');
  });

  it('drops laziness, which does not change whether a text matches', () => {
    expect(postgresPattern('a.*?b')).toBe('a.*b');
  });
});

describe('javascriptPattern', () => {
  it('ignores case', () => {
    expect(matches('^fixing', 'FIXING the scene')).toBe(true);
    expect(matches('[x-z]', 'Y')).toBe(true);
    expect(matches('[X-Z]', 'y')).toBe(true);
    expect(matches('größe', 'GRÖßE')).toBe(true);
    expect(matches('[^a]', 'A')).toBe(false);
  });

  it('does not take letters of other alphabets for letters of this one', () => {
    expect(matches('k', '\u212a')).toBe(false);
    expect(matches('s', 'ſ')).toBe(false);
  });

  it('keeps words apart', () => {
    expect(matches('\\badd\\b', 'more padding')).toBe(false);
    expect(matches('\\badd\\b', 'add a scene')).toBe(true);
    expect(matches('\\bx is not defined\\b', 'index is not defined')).toBe(false);
    expect(matches('\\berror\\b', 'console.errors')).toBe(false);
  });

  it('reads across lines, and anchors only at the ends of the text', () => {
    expect(matches('\\bspring\\b.*\\bfps\\b', 'spring()\nneeds fps')).toBe(true);
    expect(matches('^fixing', 'Done.\nFixing')).toBe(false);
    expect(matches('done$', 'done\n')).toBe(false);
  });

  it('takes an emoji for one character', () => {
    expect(matches('^.$', '🎬')).toBe(true);
    expect(matches('^[🎬]$', '🎬')).toBe(true);
  });
});

describe('what is not portable', () => {
  it.each([
    ['(?=a)b', 'look-around is not portable'],
    ['(?!a)b', 'look-around is not portable'],
    ['(?<=a)b', 'look-around is not portable'],
    ['(?<!a)b', 'look-around is not portable'],
    ['(a)\\1', 'the back-reference \\1 is not portable'],
    ['(?<name>a)', 'groups with a name or options are not portable'],
    ['(?i)a', 'groups with a name or options are not portable'],
    ['\\p{L}', '\\p is not portable'],
    ['\\x41', '\\x is not portable'],
    ['\\B', '\\B is not portable'],
    ['\\y', '\\y is not portable'],
    ['[\\b]', '\\b is not portable'],
    ['[\\D]', '\\D is not portable'],
    ['[[:alpha:]]', '"[" inside a class is not portable'],
    ['[]a]', '"]" inside a class is not portable'],
    ['[]', '"]" inside a class is not portable'],
    ['[z-a]', 'the range z-a is the wrong way round'],
    ['[\\d-z]+[a-\\d]', '\\d is not portable'],
    ['[a', '"[" is never closed'],
    ['(a', '"(" is never closed'],
    ['a)', '")" closes no group'],
    ['a]', '"]" closes nothing'],
    ['a}', '"}" closes nothing'],
    ['a\\', 'a backslash ends the pattern'],
    ['', 'an empty alternative would match every text'],
    ['a|', 'an empty alternative would match every text'],
    ['()', 'an empty alternative would match every text'],
    ['*a', 'there is nothing before "*" to repeat'],
    ['***:a', 'there is nothing before "*" to repeat'],
    ['a|+', 'there is nothing before "+" to repeat'],
    ['a**', 'two quantifiers in a row'],
    ['a++', 'two quantifiers in a row'],
    ['a{2}{3}', 'two quantifiers in a row'],
    ['^*', 'an anchor cannot be repeated'],
    ['\\b?', 'an anchor cannot be repeated'],
    ['a{,3}', '"{" starts no {n}'],
    ['a{b}', '"{" starts no {n}'],
    ['a{3,2}', 'is the wrong way round'],
    ['a{256}', 'repeats more often than PostgreSQL can'],
    ['((a{255}){255}){255}', 'the repeats multiply'],
    ['a\0', 'a NUL cannot be matched'],
  ])('refuses %j in both forms: %s', (pattern, reason) => {
    for (const translate of [postgresPattern, javascriptPattern]) {
      expect(() => translate(pattern)).toThrow(PatternError);
      expect(() => translate(pattern)).toThrow(reason);
    }
  });

  it('says where, and what to write instead', () => {
    expect(() => postgresPattern('abc(?=d)')).toThrow(
      'The pattern "abc(?=d)" cannot be used: look-around is not portable (near character 6); say what must be there, or split the pattern in two'
    );
  });
});

describe('matchesAny', () => {
  it('asks once, however many patterns there are', () => {
    expect(matchesAny('content', ['^a', "b's"])).toBe(`content COLLATE "C" ~* '(?:^a)|(?:b''s)'`);
    expect(matchesAny('content', ['\\bgiving up$'])).toBe(`content COLLATE "C" ~* E'\\\\ygiving up\\x24'`);
  });

  it('matches nothing without patterns', () => {
    expect(matchesAny('content', [])).toBe('false');
  });
});

describe('the default phrases and patterns', () => {
  const { phrases, patterns } = DEFAULT_SETTINGS.validation;

  it('can all be translated', () => {
    for (const pattern of [...Object.values(phrases).flat(), ...patterns.map((p) => p.pattern)]) {
      expect(() => [postgresPattern(pattern), javascriptPattern(pattern)]).not.toThrow();
    }
  });
});
