import { inOrder } from './inOrder';
import { literal } from './literal';
import { plainWords, type PlainWords } from './plainWords';
import { PatternParser, type CharacterRange, type Dialect } from './patternParser';

/*
 * Users write a portable subset of regular expressions: literals, classes, groups, alternation, quantifiers, anchors and
 * `\b`. Case never matters. Words, digits and spaces are those of ASCII, so that a pattern means the same in every
 * database, whatever its locale, and in the browser. `.` matches a line break too; `^` and `$` are the ends of the text.
 */

/**
 * The pattern for PostgreSQL's `~*` under the collation "C".
 * @throws PatternError telling what is not portable and what to write instead
 */
export const postgresPattern = (pattern: string): string => new PatternParser(pattern, POSTGRES).translate();

/**
 * The pattern for JavaScript; it matches the texts that PostgreSQL matches. Spells out both cases, because the flag `i`
 * would also fold letters that PostgreSQL leaves alone.
 * @throws PatternError telling what is not portable and what to write instead
 */
export const javascriptPattern = (pattern: string): RegExp =>
  new RegExp(new PatternParser(pattern, JAVASCRIPT).translate(), 'su');

/** What is known of a text: whether it is in small letters already. Case never matters, so it means the same. */
export interface KnownText {
  readonly isLowered: boolean;
}
const AS_IT_IS: KnownText = { isLowered: false };

/**
 * SQL that tells whether a text matches any of the patterns: one pass over the text, however many there are. Patterns of
 * mere words are first looked for as such, which takes PostgreSQL a fraction of the time; most texts hold none of them.
 * @throws PatternError telling what is not portable and what to write instead
 */
export function matchesAny(text: string, patterns: readonly string[], known = AS_IT_IS): string {
  const translated = patterns.map(postgresPattern);
  if (translated.length === 0) {
    return 'false';
  }
  const any = translated.length === 1 ? translated.join() : translated.map((pattern) => `(?:${pattern})`).join('|');
  const matches = `${text} COLLATE "C" ~* ${literal(any)}`;
  const plain = patterns.flatMap((pattern) => plainWords(pattern) ?? []);
  if (plain.length < patterns.length) {
    return matches;
  }
  const beginning = onlyBeginning(plain);
  return beginning === undefined
    ? inOrder(holdsAny(text, plain, known), matches)
    : `${lowered(`left(${text}, ${beginning.length})`, known)} = ${literal(beginning)}`;
}

/** The one word that a text has to begin with, when that is all. */
function onlyBeginning([plain, ...more]: readonly PlainWords[]): string | undefined {
  const isAll = plain?.first === true && plain.anywhere && plain.words.length === 1 && more.length === 0;
  return isAll ? plain.words[0] : undefined;
}

/** Whether any of the words are there, as words or as parts of longer ones. */
function holdsAny(text: string, plain: readonly PlainWords[], known: KnownText): string {
  const small = lowered(text, known);
  const [one = '', ...more] = plain.flatMap(({ words }) => words);
  return more.length === 0
    ? `strpos(${small}, ${literal(one)}) > 0`
    : `${small} LIKE ANY (ARRAY[${[one, ...more].map((word) => literal(`%${word}%`)).join(', ')}])`;
}

const lowered = (text: string, { isLowered }: KnownText): string => (isLowered ? text : `lower(${text} COLLATE "C")`);

const POSTGRES: Dialect = {
  character: (character) => {
    const cases = otherCases(character);
    return cases.length > 0 ? `[${[character, ...cases].join('')}]` : escaped(character);
  },
  oneOf: (ranges, negated) => characterClass(withOtherCases(ranges), negated),
  wordBoundary: '\\y',
};

const JAVASCRIPT: Dialect = {
  character: (character) => {
    const cases = [...otherCases(character), ...otherAsciiCase(character)];
    return cases.length > 0 ? `[${[character, ...cases].join('')}]` : escaped(character);
  },
  oneOf: (ranges, negated) => {
    const all = withOtherCases(ranges);
    return characterClass([...all, ...all.flatMap(otherAsciiRanges)], negated);
  },
  wordBoundary: '\\b',
};

const escaped = (character: string): string => character.replace(/[\\^$.*+?()[\]{}|]/, '\\$&');

function characterClass(ranges: readonly CharacterRange[], negated: boolean): string {
  const inClass = (character: string) => character.replace(/[\\\]^[-]/, '\\$&');
  const items = ranges.map(([first, last]) => (first === last ? inClass(first) : `${inClass(first)}-${inClass(last)}`));
  return `[${negated ? '^' : ''}${items.join('')}]`;
}

/** PostgreSQL folds only ASCII under "C": the other letters are spelt out in both cases. */
function otherCases(character: string): string[] {
  const both = [character.toLowerCase(), character.toUpperCase()];
  return both.filter((other) => other !== character && [...other].length === 1 && other > '\x7f' && character > '\x7f');
}

const withOtherCases = (ranges: readonly CharacterRange[]): CharacterRange[] =>
  ranges.flatMap((range) => [
    range,
    ...(range[0] === range[1] ? otherCases(range[0]).map((other): CharacterRange => [other, other]) : []),
  ]);

const otherAsciiCase = (character: string): string[] =>
  otherAsciiRanges([character, character]).map(([first]) => first);

/** The letters of a range in the case that it does not name: `[Y-b]` holds y, z, A and B too. */
function otherAsciiRanges([first, last]: CharacterRange): CharacterRange[] {
  const shifted = (low: string, high: string, change: (character: string) => string): CharacterRange[] => {
    const from = first > low ? first : low;
    const to = last < high ? last : high;
    return from <= to ? [[change(from), change(to)]] : [];
  };
  return [
    ...shifted('a', 'z', (character) => character.toUpperCase()),
    ...shifted('A', 'Z', (character) => character.toLowerCase()),
  ];
}
