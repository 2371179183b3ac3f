import { PatternError } from './patternError';

/** How one kind of regular expression writes what the portable subset can say. */
export interface Dialect {
  /** One character that stands for itself, in any case. */
  character(character: string): string;
  /** Any of some characters, in any case; or any other one. */
  oneOf(ranges: readonly CharacterRange[], negated: boolean): string;
  readonly wordBoundary: string;
}

/** First and last character, both included. */
export type CharacterRange = readonly [first: string, last: string];

const DIGIT: readonly CharacterRange[] = [['0', '9']];
const WORD: readonly CharacterRange[] = [
  ['A', 'Z'],
  ['a', 'z'],
  ['0', '9'],
  ['_', '_'],
];
const SPACE: readonly CharacterRange[] = [
  ['\t', '\r'],
  [' ', ' '],
];
const CLASSES = new Map([
  ['d', DIGIT],
  ['w', WORD],
  ['s', SPACE],
]);
const CONTROLS = new Map([
  ['t', '\t'],
  ['n', '\n'],
  ['r', '\r'],
]);

/** PostgreSQL's limit for the numbers in braces. */
const MOST_REPEATS = 255;
/** Far below where PostgreSQL calls an expression too complex, far above what anyone writes. */
const MOST_STATES = 5000;

/** A piece of an expression: its text, what it may cost to match, and whether it can be repeated. */
interface Piece {
  readonly text: string;
  readonly states: number;
  readonly repeatable: boolean;
}

/** Reads one expression of the portable subset and writes it in a dialect. Use once. */
export class PatternParser {
  private readonly characters: readonly string[];
  private at = 0;

  constructor(
    private readonly pattern: string,
    private readonly dialect: Dialect
  ) {
    this.characters = [...pattern];
  }

  /** @throws PatternError naming the place, what is not portable there, and what to write instead */
  translate(): string {
    if (this.pattern.includes('\0')) {
      throw this.refusal('a NUL cannot be matched', 'remove it');
    }
    const { text, states } = this.alternatives();
    if (this.next() === ')') {
      throw this.refusal('")" closes no group', 'write \\) for the character');
    }
    if (states > MOST_STATES) {
      throw this.refusal('the repeats multiply to more than PostgreSQL can hold', 'repeat less often');
    }
    return text;
  }

  private alternatives(): Piece {
    const branches = [this.branch()];
    while (this.take('|')) {
      branches.push(this.branch());
    }
    return {
      text: branches.map(({ text }) => text).join('|'),
      states: branches.reduce((sum, { states }) => sum + states, 0),
      repeatable: true,
    };
  }

  private branch(): Piece {
    let text = '';
    let states = 0;
    for (let next = this.next(); next !== undefined && next !== '|' && next !== ')'; next = this.next()) {
      const piece = this.repeated(this.single());
      text += piece.text;
      states += piece.states;
    }
    if (text === '') {
      throw this.refusal('an empty alternative would match every text', 'write something here');
    }
    return { text, states, repeatable: true };
  }

  private single(): Piece {
    const character = this.advance();
    switch (character) {
      case '^':
      case '$':
        return { text: character, states: 1, repeatable: false };
      case '.':
        return { text: '.', states: 1, repeatable: true };
      case '(':
        return this.group();
      case '[':
        return { text: this.set(), states: 1, repeatable: true };
      case '\\':
        return this.escape();
      case '*':
      case '+':
      case '?':
      case '{':
        throw this.refusal(
          `there is nothing before "${character}" to repeat`,
          `write \\${character} for the character`
        );
      case '}':
      case ']':
        throw this.refusal(`"${character}" closes nothing`, `write \\${character} for the character`);
      default:
        return { text: this.dialect.character(character), states: 1, repeatable: true };
    }
  }

  private group(): Piece {
    if (this.take('?') && !this.take(':')) {
      const kind = this.characters.slice(this.at, this.at + 2).join('');
      throw /^(=|!|<=|<!)/.test(kind)
        ? this.refusal('look-around is not portable', 'say what must be there, or split the pattern in two')
        : this.refusal('groups with a name or options are not portable', 'write (…); matching ignores case anyway');
    }
    const { text, states } = this.alternatives();
    if (!this.take(')')) {
      throw this.refusal('"(" is never closed', 'close the group, or write \\( for the character');
    }
    return { text: `(?:${text})`, states, repeatable: true };
  }

  private escape(): Piece {
    if (this.take('b')) {
      return { text: this.dialect.wordBoundary, states: 1, repeatable: false };
    }
    const escaped = this.next() ?? '';
    const ranges = CLASSES.get(escaped.toLowerCase());
    if (ranges) {
      this.advance();
      const negated = escaped !== escaped.toLowerCase();
      return { text: this.dialect.oneOf(ranges, negated), states: 1, repeatable: true };
    }
    return { text: this.dialect.character(this.escapedCharacter()), states: 1, repeatable: true };
  }

  /** What follows a backslash when it means one character. */
  private escapedCharacter(): string {
    const escaped = this.next();
    if (escaped === undefined) {
      throw this.refusal('a backslash ends the pattern', 'write \\\\ for the character');
    }
    if (/[1-9]/.test(escaped)) {
      throw this.refusal(`the back-reference \\${escaped} is not portable`, 'spell out what may follow');
    }
    const control = CONTROLS.get(escaped);
    if (control === undefined && /[\p{L}\p{N}_]/u.test(escaped)) {
      throw this.refusal(
        `\\${escaped} is not portable`,
        'use the character itself, or one of \\b \\d \\w \\s \\t \\n \\r'
      );
    }
    this.advance();
    return control ?? escaped;
  }

  private set(): string {
    const negated = this.take('^');
    const ranges: CharacterRange[] = [];
    for (let first = true; first || this.next() !== ']'; first = false) {
      ranges.push(...this.setItem(first));
    }
    this.advance();
    return this.dialect.oneOf(ranges, negated);
  }

  private setItem(first: boolean): readonly CharacterRange[] {
    const escaped = this.characters[this.at + 1];
    const named = this.next() === '\\' && escaped !== undefined && CLASSES.get(escaped);
    if (named) {
      this.at += 2;
      return named;
    }
    const lower = this.setCharacter(first);
    const isRange = this.next() === '-' && this.characters[this.at + 1] !== ']';
    if (!isRange) {
      return [[lower, lower]];
    }
    this.advance();
    const upper = this.setCharacter(false);
    if (codePoint(upper) < codePoint(lower)) {
      throw this.refusal(`the range ${lower}-${upper} is the wrong way round`, `write ${upper}-${lower}`);
    }
    return [[lower, upper]];
  }

  private setCharacter(first: boolean): string {
    const character = this.next();
    if (character === undefined) {
      throw this.refusal('"[" is never closed', 'close the class, or write \\[ for the character');
    }
    if (character === '[' || (character === ']' && first)) {
      throw this.refusal(`"${character}" inside a class is not portable`, `write \\${character}`);
    }
    this.advance();
    return character === '\\' ? this.escapedCharacter() : character;
  }

  private repeated(piece: Piece): Piece {
    const quantifier = this.quantifier();
    if (!quantifier) {
      return piece;
    }
    if (!piece.repeatable) {
      throw this.refusal('an anchor cannot be repeated', 'put what it belongs to before the quantifier');
    }
    // Lazy or greedy makes no difference to whether a text matches.
    this.take('?');
    if (this.quantifier()) {
      throw this.refusal('two quantifiers in a row are not portable', 'put the first one into a group (…)');
    }
    return { text: piece.text + quantifier.text, states: piece.states * quantifier.copies, repeatable: false };
  }

  private quantifier(): { readonly text: string; readonly copies: number } | undefined {
    for (const sign of ['*', '+', '?']) {
      if (this.take(sign)) {
        return { text: sign, copies: 1 };
      }
    }
    if (this.next() !== '{') {
      return undefined;
    }
    const [text, least, most] = /^\{(\d+)(?:,(\d*))?\}/.exec(this.characters.slice(this.at).join('')) ?? [];
    if (text === undefined) {
      throw this.refusal('"{" starts no {n}, {n,} or {n,m}', 'write \\{ for the character');
    }
    const copies = Math.max(Number(least), Number(most ?? 0));
    if (copies > MOST_REPEATS) {
      throw this.refusal(`${text} repeats more often than PostgreSQL can`, `use at most ${MOST_REPEATS}`);
    }
    if (most && Number(most) < Number(least)) {
      throw this.refusal(`${text} is the wrong way round`, `write {${most},${least}}`);
    }
    this.at += text.length;
    return { text, copies: Math.max(copies, 1) };
  }

  private next(): string | undefined {
    return this.characters[this.at];
  }

  private advance(): string {
    const character = this.characters[this.at] ?? '';
    this.at += 1;
    return character;
  }

  private take(character: string): boolean {
    const found = this.next() === character;
    this.at += found ? 1 : 0;
    return found;
  }

  private refusal(what: string, instead: string): PatternError {
    const place = Math.min(this.at + 1, this.characters.length);
    return new PatternError(this.pattern, `${what} (near character ${place})`, instead);
  }
}

const codePoint = (character: string): number => character.codePointAt(0) ?? 0;
