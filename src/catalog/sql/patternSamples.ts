import { javascriptPattern } from './pattern';

/** Alternatives that are tried of every group. */
const MOST_ALTERNATIVES = 4;
/** A class gives the first of these that is in it. */
const CHARACTERS = ['a', 'e', '1', ' ', '-', '_', '.', '(', 'é'];
/** What any character is: it keeps words apart. */
const ANY = ' ';

/**
 * Short texts that a pattern matches: a few of the many, one for each alternative.
 * @throws PatternError when the pattern is not portable
 */
export function patternSamples(pattern: string): string[] {
  const matcher = javascriptPattern(pattern);
  const samples = Array.from({ length: MOST_ALTERNATIVES }, (_, i) => new Sampler(matcher.source, i).sample());
  return [...new Set(samples)].filter((sample) => matcher.test(sample));
}

/** Reads what `javascriptPattern` writes: groups without capture, classes, quantifiers, escapes. Use once. */
class Sampler {
  private at = 0;

  constructor(
    private readonly source: string,
    private readonly choice: number
  ) {}

  sample(): string {
    const branches = [this.branch()];
    while (this.source[this.at] === '|') {
      this.at += 1;
      branches.push(this.branch());
    }
    return branches[this.choice % branches.length] ?? '';
  }

  private branch(): string {
    let text = '';
    while (this.at < this.source.length && !/[|)]/.test(this.source.charAt(this.at))) {
      text += this.repeated(this.single());
    }
    return text;
  }

  private single(): string {
    const [group] = /^\(\?:/.exec(this.rest()) ?? [];
    if (group !== undefined) {
      this.at += group.length;
      const inner = this.sample();
      this.at += 1;
      return inner;
    }
    const [piece = ''] = /^(?:\[(?:[^\\\]]|\\.)*\]|\\.|.)/su.exec(this.rest()) ?? [];
    this.at += piece.length;
    if (/^(?:[\^$]|\\b)$/.test(piece)) {
      return '';
    }
    if (piece === '.') {
      return ANY;
    }
    return piece.startsWith('[') ? this.oneOf(piece) : (CONTROLS.get(piece) ?? piece.replace(/^\\/, ''));
  }

  private oneOf(piece: string): string {
    const matcher = new RegExp(`^${piece}$`, 'su');
    const first = [...piece.replace(/^\[\^?|\\/g, '')][0] ?? '';
    return [...CHARACTERS, first].find((character) => matcher.test(character)) ?? '';
  }

  private repeated(text: string): string {
    const [quantifier, least] = /^(?:[?*+]|\{(\d+)(?:,\d*)?\})/.exec(this.rest()) ?? [];
    if (quantifier === undefined) {
      return text;
    }
    this.at += quantifier.length;
    const times = quantifier === '+' ? 1 : Number(least ?? this.choice % 2);
    return text.repeat(times);
  }

  private rest(): string {
    return this.source.slice(this.at);
  }
}

const CONTROLS = new Map([
  ['\\t', '\t'],
  ['\\n', '\n'],
  ['\\r', '\r'],
]);
