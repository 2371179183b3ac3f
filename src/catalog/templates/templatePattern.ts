import { isFiller } from './isFiller';
import { templateParts, type TemplatePart } from './templateWords';

/** So many words tell a template from all others. */
const MOST_WORDS = 12;
const LEAST_WORDS = 2;
const LEAST_LETTERS = 8;

interface PlacedWord {
  readonly word: string;
  readonly at: number;
  /** What stands between it and the word before. */
  readonly before: readonly TemplatePart[];
}

/**
 * A pattern of the portable subset that matches the messages of a template: its words in their order, whatever the values
 * between them, up to the last telling one. Nothing when the template has too few words to tell its messages from others.
 */
export function templatePattern(template: string): string | undefined {
  const parts = templateParts(template);
  const isTelling = (part: TemplatePart) => part.kind === 'word' && !isFiller(part.word.toLowerCase());
  const words = placedWords(parts.slice(0, parts.findLastIndex(isTelling) + 1)).slice(0, MOST_WORDS);
  const letters = words.reduce((sum, { word }) => sum + word.length, 0);
  if (words.length < LEAST_WORDS || letters < LEAST_LETTERS) {
    return undefined;
  }
  const [first] = words;
  const last = words.at(-1);
  const start = touches(first?.before.at(-1)) ? '' : edge(first?.word.charAt(0));
  const end = touches(parts[(last?.at ?? 0) + 1]) ? '' : edge(last?.word.slice(-1));
  const joined = words.map(
    ({ word, before }, i) => `${i === 0 ? '' : joint(before, words[i - 1]?.word ?? '', word)}${word}`
  );
  return `${start}${joined.join('')}${end}`;
}

function joint(between: readonly TemplatePart[], left: string, right: string): string {
  if (between.every(({ kind }) => kind === 'gap')) {
    return '\\W+';
  }
  return `${touches(between[0]) ? '' : edge(left.slice(-1))}.*${touches(between.at(-1)) ? '' : edge(right.charAt(0))}`;
}

/** A value right at a word may be made of letters, so the word has no end there. */
const touches = (part: TemplatePart | undefined): boolean => part?.kind === 'mask';

/** Only the letters of ASCII are letters to a pattern. */
const edge = (character = ''): string => (/\w/.test(character) ? '\\b' : '');

function placedWords(parts: readonly TemplatePart[]): PlacedWord[] {
  const words: PlacedWord[] = [];
  let before: TemplatePart[] = [];
  parts.forEach((part, at) => {
    if (part.kind === 'word') {
      words.push({ word: part.word, at, before });
      before = [];
    } else {
      before.push(part);
    }
  });
  return words;
}
