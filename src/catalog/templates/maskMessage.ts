import { MASKS, written, type Mask } from './masks';

/*
 * Inside, a mask is one character of the area for private use, which is taken out of every message first: so nothing in a
 * message can be taken for a mask, and whatever was masked is not looked at again.
 */
const FIRST_MARK = 0xe000;
const marks = new Map(MASKS.map((name, i) => [name, String.fromCharCode(FIRST_MARK + i)]));
export const mark = (mask: Mask): string => marks.get(mask) ?? '';
const LAST_MARK = String.fromCharCode(FIRST_MARK + MASKS.length - 1);
const MARK = `[${String.fromCharCode(FIRST_MARK)}-${LAST_MARK}]`;
const EVERY_MARK = new RegExp(MARK, 'g');
export const isMasked = (token: string): boolean => token.search(EVERY_MARK) >= 0;

/** A masked text as people read it: `<number>` for the mark. */
export const unmarked = (text: string): string =>
  text.replace(EVERY_MARK, (found) => written(MASKS[found.charCodeAt(0) - FIRST_MARK] ?? '*'));

/** So much of a message is read; what follows is code or a stack that tells no kinds of errors apart. */
export const MOST_CHARACTERS = 600;

/**
 * One line of marks and words: quoted strings, code, secrets, addresses, paths, identifiers, ids and numbers are masked.
 * Takes a time that depends on `MOST_CHARACTERS`, not on the message.
 *
 * @param names what the message's row calls the user's: masked wherever it stands
 */
export function maskMessage(message: string, names: readonly string[] = []): string {
  const isCut = message.length > MOST_CHARACTERS;
  const text = cleaned(isCut ? copied(message.slice(0, MOST_CHARACTERS)) : message);
  // Half a secret or half a path does not look like one.
  const whole = isCut ? text.slice(0, Math.max(text.lastIndexOf(' '), 0)) : text;
  return RULES.reduce((masked, rule) => rule(masked), withoutNames(whole, names)).trim();
}

/** A piece of a text keeps the whole text in memory; a copy does not. */
const copied = (piece: string): string => [...piece].join('');

/** What colours the output of a terminal. */
const COLOUR = /\p{Cc}\[[\d;?]*[A-Za-z]/gu;

const cleaned = (text: string): string => text.replace(COLOUR, '').replace(/[\p{C}\p{Z}]+/gu, ' ');

/** Shorter names are words that stand everywhere. */
const LEAST_NAME = 3;

function withoutNames(text: string, names: readonly string[]): string {
  return names
    .map((name) => cleaned(name.slice(0, MOST_CHARACTERS)).trim())
    .filter((name) => name.length >= LEAST_NAME)
    .sort((a, b) => b.length - a.length)
    .reduce((masked, name) => masked.replace(new RegExp(literally(name), 'giu'), mark('text')), text);
}

const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|\/]/g, '\\$&');

type Rule = (text: string) => string;

/** @param hint what the expression cannot do without: most messages lack it, and it is found in a fraction of the time */
const all =
  (pattern: RegExp, mask: Mask, hint?: RegExp): Rule =>
  (text) =>
    hint?.test(text) === false ? text : text.replace(pattern, mark(mask));
/** Masks what follows the first group. */
const after =
  (pattern: RegExp, mask: Mask, hint?: RegExp): Rule =>
  (text) =>
    hint?.test(text) === false ? text : text.replace(pattern, (_, kept: string) => kept + mark(mask));

/** No apostrophe: that has a letter before it, and a closing quote none behind. An open quote is closed by the end. */
const QUOTED =
  /"(?:[^"\\]|\\.)*(?:"|\\?$)|`[^`]*(?:`|$)|(?<![\p{L}\p{N}])'(?:[^']|'(?=[\p{L}\p{N}]))*(?:'|$)|[“„][^“”]*(?:[“”]|$)|‘[^’]*(?:’(?![\p{L}])|$)|«[^»]*(?:»|$)/gu;
const BLOCK = /```.*?(?:```|$)|-----BEGIN [^-]{1,40}-----.*?(?:-----END [^-]{1,40}-----|$)/gu;

/** What follows these is a secret; what follows the second kind is one if it looks like one. */
const KEY = String.raw`pass(?:word|wd|phrase)?|pwd|secret|api[-_ ]?key|access[-_ ]?key|private[-_ ]?key|authorization`;
const MAYBE_KEY = String.raw`token|credentials?|cookie|session|key`;
const SAID = [
  String.raw`(?:${KEY})[\p{L}_]{0,10} ?[:=] ?`,
  String.raw`(?:${KEY}|${MAYBE_KEY})[\p{L}_]{0,10}(?: ?[:=] ?| (?:is|was|provided:) )(?=\S*\p{N}|[\p{L}_-]{17})`,
].map((said) => new RegExp(String.raw`((?<!\p{L})[\p{L}_-]{0,30}${said})(?:(?:bearer|basic) )?[^\s,;]+`, 'giu'));
const BEARER = /(\b(?:bearer|basic) )[^\s,;]+/gi;
const SHAPED =
  /(?<![\p{L}\p{N}])(?:sk|pk|rk|gh[pousr]|github_pat|glpat|xox[abprs]|npm|hf|whsec)[-_][\p{L}\p{N}_=./+-]{6,}|(?<![\p{L}\p{N}])(?:AKIA|ASIA|AIza|ya29|eyJ)[\p{L}\p{N}_=./+-]{6,}/gu;

const URL =
  /(?<![\p{L}\p{N}])[a-z][a-z0-9+.-]{1,20}:\/\/\S+|(?<![\p{L}\p{N}])(?:data|mailto|blob|postgres|file):\S+|(?<![\p{L}\p{N}])www\.\S+/giu;
const EMAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const IPV6 =
  /(?<![\p{L}\p{N}:])\[?(?=[0-9a-f:]{0,39}(?:::|[a-f]))(?=[0-9a-f]{0,4}:[0-9a-f]{0,4}:)[0-9a-f:]*[0-9a-f][0-9a-f:]*\]?(?::\d+)?(?![\p{L}\p{N}])/giu;
const HOST =
  /(?<![\p{L}\p{N}])(?:\d{1,3}(?:\.\d{1,3}){3}|localhost|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|net|org|io|dev|app|ai|co|internal|local|example|invalid|cloud|sh|de))(?::\d+)?(?![\p{L}\p{N}])/giu;

const POSITION = String.raw`(?::\d+){0,2}(?:\(\d+,\d+\))?`;
const PATH = new RegExp(
  [
    // Drives and shares of Windows.
    String.raw`(?<![\p{L}\p{N}])[a-z]:\\[^\s,;()]*`,
    String.raw`\\\\[^\s,;()]+`,
    // Everything with a slash between its parts, but not I/O and n/a.
    String.raw`(?<![\p{L}\p{N}])(?:~|\.{1,2})?/[^\s,;()<>]+`,
    String.raw`(?<![\p{L}\p{N}])@?[\p{L}\p{N}_.$@-]{2,}(?:/[^\s,;()<>]*)+`,
    // A file of its own.
    String.raw`(?<![\p{L}\p{N}])[\p{L}\p{N}_$.-]*\.(?:[cm]?[jt]sx?|json5?|css|scss|less|html?|vue|svelte|md|ya?ml|toml|sql|py|rb|go|rs|java|php|sh|env|lock|png|jpe?g|gif|svg|webp|mp[34]|wav|woff2?|ttf|pdf|txt|csv|log|xml|wasm)(?![\p{L}\p{N}])`,
  ]
    .map((kind) => `(?:${kind})${POSITION}`)
    .join('|'),
  'giu'
);

const TAG = /<\/?[a-z][^<>]{0,200}\/?>/gi;
const PAIR = /((?<![\p{L}\p{N}])[\p{L}_][\p{L}\p{N}_.-]{0,60}=)(?![=>\s\uE000-\uE0FF])[^\s,;&)}\]]+/gu;
const BRACES = new RegExp(String.raw`\{[^{}]*\}|\[[^\[\]]*${MARK}[^\[\]]*\]`, 'g');

const TIME =
  /(?<![\p{L}\p{N}])\p{Nd}{4}-\p{Nd}{2}-\p{Nd}{2}(?:[T ]\p{Nd}{2}:\p{Nd}{2}(?::\p{Nd}{2}(?:\.\p{Nd}+)?)?(?:Z|[+-]\p{Nd}{2}:?\p{Nd}{2})?)?(?![\p{L}\p{N}])/gu;
/** Nobody counts so far: the key of a row, a hash, an instant. */
const LONG_NUMBER = /(?<![\p{L}\p{N}_.-])\p{Nd}{9,}(?![\p{L}\p{N}_])/gu;
const NUMBER = /(?<![\p{L}\p{N}_.-])[-+]?\p{Nd}+(?:[.,:_/×x-]\p{Nd}+)*(?![\p{L}\p{N}_]|\.\p{Nd})/gu;
const WORD = /[\p{L}\p{M}\p{N}_$#]+(?:[-.'’][\p{L}\p{M}\p{N}_$]+)*/gu;
/** Values that a message enumerates are one: their number is a value, too. */
const LIST = new RegExp(String.raw`(?:([\(\[]?)(${MARK})[\)\]]?)(?:(?: ?[,;|] ?(?:and |or )?| (?:and|or|&) )\2)+`, 'g');

const RULES: readonly Rule[] = [
  all(BLOCK, 'code'),
  ...SAID.map((said) => after(said, 'secret')),
  after(BEARER, 'secret'),
  all(SHAPED, 'secret'),
  all(QUOTED, 'text'),
  all(URL, 'url', /:\/\/|www\.|(?:data|mailto|blob|postgres|file):/i),
  all(EMAIL, 'email', /@/),
  all(TAG, 'tag', /</),
  after(PAIR, 'value', /=/),
  // Three levels are as deep as messages quote JSON.
  ...Array.from({ length: 3 }, () => all(BRACES, 'code', /[{[]/)),
  all(IPV6, 'address', /:[0-9a-f]{0,4}:/i),
  all(HOST, 'address', /\.[a-z0-9]|localhost/i),
  all(PATH, 'path', /[/\\]|\.[a-z]/i),
  all(TIME, 'time', /\p{Nd}{4}-/u),
  all(LONG_NUMBER, 'id'),
  all(NUMBER, 'number'),
  (text) => text.replace(WORD, maskedWord),
  (text) => text.replace(LIST, '$2'),
];

const UNIT = /^(\p{Nd}+(?:\.\p{Nd}+)?)(ms|s|sec|min|h|d|[kmgt]i?b?|b|px|fps|x|em|rem|vh|vw|th)$/iu;
const ERROR_CODE = /^([A-Z]{1,5}-?)\p{Nd}{3,6}$/u;
const CAMEL = /\p{Ll}\p{Lu}|\p{Lu}{2,}\p{Ll}/u;
const KIND_OF_ERROR = /^\p{Lu}\p{L}*(?:Error|Exception|Warning|Rejection|Failure)s?$/u;
/** Products, formats and units whose names look like identifiers. */
const PROPER = new Set(
  'JavaScript TypeScript OpenAI PostgreSQL MySQL SQLite GraphQL GitHub WebSocket WebGL WebAssembly DevTools IDs URLs APIs JSONs kB KiB MiB GiB TiB kHz MHz GHz'.split(
    ' '
  )
);
/** No language has many longer words; keys and hashes are. */
const MOST_LETTERS = 24;

const SMALL = /^[a-z]{1,24}$/;

function maskedWord(word: string): string {
  if (SMALL.test(word)) {
    return word;
  }
  if (!/\p{N}/u.test(word)) {
    return isIdentifier(word) ? mark('name') : longest(word) > MOST_LETTERS ? mark('id') : word;
  }
  const unit = UNIT.exec(word)?.[2];
  if (unit !== undefined) {
    return mark('number') + unit;
  }
  const code = ERROR_CODE.exec(word)?.[1];
  return code === undefined ? mark('id') : code + mark('number');
}

const isIdentifier = (word: string): boolean =>
  /[.$#]|^_|_$/.test(word) || (CAMEL.test(word) && !KIND_OF_ERROR.test(word) && !PROPER.has(word));

const longest = (word: string): number => Math.max(...word.split(/[-_'’]/).map(({ length }) => length));
