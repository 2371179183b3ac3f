import { type FailureCategory } from '../settings/settings';
import { isFiller } from './isFiller';

/** Beginnings of words that speak for a category; what a message has most of decides, the first of equal ones. */
const KEYWORDS: ReadonlyArray<readonly [FailureCategory, readonly string[]]> = [
  [
    'rate_limit',
    ['rate', 'throttl', 'limit', 'quota', 'overload', 'capacity', 'exhausted', 'billing', 'exceeded', 'concurren'],
  ],
  [
    'ai_timeout',
    [
      'slow',
      'abort',
      'hang',
      'hung',
      'stream',
      'connection',
      'connect',
      'socket',
      'network',
      'fetch',
      'refused',
      'reset',
      'econn',
      'unavailable',
      'response',
      'gateway',
      'deadline',
      'elapsed',
    ],
  ],
  [
    'dependency_error',
    [
      'modul',
      'packag',
      'depend',
      'import',
      'export',
      'install',
      'npm',
      'eresolve',
      'version',
      'resolve',
      'loader',
      'chunk',
      'peer',
      'enoent',
    ],
  ],
  [
    'syntax_error',
    [
      'syntax',
      'token',
      'parse',
      'parsing',
      'unterminated',
      'unclosed',
      'unexpected',
      'semicolon',
      'bracket',
      'brace',
      'literal',
      'json',
      'indentation',
      'html',
      'tag',
      'cut',
      'truncated',
      'incomplete',
    ],
  ],
  [
    'validation_error',
    [
      'valid',
      'type',
      'typeerror',
      'rangeerror',
      'propert',
      'undefined',
      'null',
      'missing',
      'required',
      'must',
      'expected',
      'assignable',
      'argument',
      'function',
      'iterable',
      'constraint',
      'column',
      'key',
      'react',
      'hook',
      'render',
      'prop',
      'element',
      'class',
      'component',
      'flagged',
      'constant',
      'unique',
      'exceed',
      'maximum',
    ],
  ],
];

/** The category that most of a template's words speak for; unknown when none does. */
export function proposedCategory(words: readonly string[]): FailureCategory {
  const small = words.map((word) => word.toLowerCase());
  let best: FailureCategory = 'unknown';
  let most = 0;
  for (const [category, beginnings] of KEYWORDS) {
    const found = small.filter((word) => beginnings.some((beginning) => word.startsWith(beginning))).length;
    if (found > most) {
      best = category;
      most = found;
    }
  }
  return best;
}

const MOST_WORDS = 4;
const NEGATIONS = new Set(['not', 'no', 'cannot', 'without']);

/**
 * A name of the words that few other templates have, in their order; a negation stays with its word.
 *
 * @param shared in how many templates a word stands, in small letters
 */
export function proposedName(words: readonly string[], shared: ReadonlyMap<string, number>): string {
  const terms = tellingTerms(words);
  const rarity = ({ word }: Term) => shared.get(word) ?? 1;
  const chosen = new Set(
    [...terms.keys()]
      .sort((a, b) => rarity(terms[a] ?? NO_TERM) - rarity(terms[b] ?? NO_TERM) || a - b)
      .slice(0, MOST_WORDS)
  );
  const name = terms.filter((_, i) => chosen.has(i)).map(({ shown }) => shown);
  return name.length > 0 ? name.join(' ') : 'Unnamed';
}

interface Term {
  /** In small letters. */
  readonly word: string;
  readonly shown: string;
}
const NO_TERM: Term = { word: '', shown: '' };

function tellingTerms(words: readonly string[]): Term[] {
  const terms: Term[] = [];
  let negation = '';
  for (const word of words) {
    const small = word.toLowerCase();
    if (NEGATIONS.has(small)) {
      negation = `${capital(word)} `;
    } else if (word.length > 1 && !isFiller(small) && !terms.some((term) => term.word === small)) {
      terms.push({ word: small, shown: negation + capital(word) });
      negation = '';
    }
  }
  return terms;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
