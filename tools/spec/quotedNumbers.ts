import { type Operator } from '../../src/catalog/exact/bound';
import { decimal, type Decimal } from '../../src/catalog/exact/decimal';
import { measure, sameAmount } from './quantity';

/** A number as a sentence of the specification gives it. */
export interface QuotedNumber {
  readonly value: Decimal;
  /** As written: `%`, `ms`, `hours`, `MB`, `/h`; empty when it has none of its own. */
  readonly unit: string;
  /** What the words around it say: "drops below 60" is `<`, "80%+" is `>=`. */
  readonly operator?: Operator;
  /** The words say what is wanted ("target", "should be", "no … exceeds", a key on `_max`), not what is bad. */
  readonly isGoal: boolean;
  /** Its end of a range such as 60-80. */
  readonly rangeEnd?: 'lower' | 'upper';
}

const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const NUMBER = new RegExp(
  String.raw`(?<![\w.#])(\d{1,3}(?:[ ,]\d{3})+(?!\d)|\d+(?:\.\d+)?)|\b(${WORDS.join('|')})\b`,
  'gi'
);
const TIME = 'ms|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?';
const AMOUNT = `%|×|percent\\b|(?:${TIME}|[KMG]i?B)\\b`;
const PER = `\\/(?:${TIME})\\b`;
/** "5+ minutes", "5-minute", "80%+", "250MB/day", "100 requests/second"; "3 trips/24 h" has none. */
const UNIT = new RegExp(`^(\\+)?(?:[\\s-]?(?:full\\s)?((?:${AMOUNT})(?:${PER})?|(?:[a-z]+)?${PER}))?(\\+)?`, 'i');
const RANGE = /^\s*(?:-|–|to)\s*(?:[<>≤≥]=?\s*)?$/;

/** All numbers in `words`, in their order. Numbers inside names such as P95 do not count. */
export function quotedNumbers(words: string): QuotedNumber[] {
  const raw = [...words.matchAll(NUMBER)].map((match) => {
    const [text, digits, word = ''] = match;
    const after = words.slice(match.index + text.length);
    const [written = '', plusBefore, unit = '', plusAfter] = UNIT.exec(after) ?? [];
    return {
      start: match.index,
      end: match.index + text.length + written.length,
      value: decimal(digits ? digits.replace(/[ ,]/g, '') : String(WORDS.indexOf(word.toLowerCase()))),
      unit,
      hasPlus: Boolean(plusBefore ?? plusAfter),
    };
  });
  return raw.map((number, i) => {
    const previous = raw[i - 1];
    const next = raw[i + 1];
    const before = words.slice(previous?.end ?? 0, number.start);
    const after = words.slice(number.end, next?.start ?? words.length);
    const joins = (left: typeof number | undefined, right: typeof number | undefined) =>
      left !== undefined && right !== undefined && RANGE.test(words.slice(left.end, right.start));
    const isLower = joins(number, next);
    const isUpper = joins(previous, number);
    return {
      value: number.value,
      unit: number.unit || (isLower ? (next?.unit ?? '') : ''),
      ...said(before, after, number.hasPlus),
      ...(isLower ? { rangeEnd: 'lower' as const } : isUpper ? { rangeEnd: 'upper' as const } : {}),
    };
  });
}

const SIGNS: Readonly<Record<string, Operator>> = { '<': '<', '>': '>', '<=': '<=', '>=': '>=', '≤': '<=', '≥': '>=' };
const FLAGS: Readonly<Record<string, Operator>> = { lt: '<', gt: '>', le: '<=', ge: '>=' };
/** The longer phrase comes first where one contains the other. */
const PHRASES: ReadonlyArray<readonly [RegExp, Operator]> = [
  [/\b(at or below|at most|up to|maximum|within)\b/i, '<='],
  [/\b(at or above|at least|minimum|from)\b/i, '>='],
  [/\b(below|under|less than|fewer than|lower than)\b/i, '<'],
  [/\b(above|over|exceed(s|ed|ing)?|more than|greater than|higher than|beyond)\b/i, '>'],
];
const OPPOSITE: Readonly<Record<Operator, Operator>> = { '<': '>=', '<=': '>', '>': '<=', '>=': '<' };

/** Says what a level that names the bad side must say when the words name the wanted one. */
export const opposite = (operator: Operator): Operator => OPPOSITE[operator];

function said(before: string, after: string, hasPlus: boolean): Pick<QuotedNumber, 'operator' | 'isGoal'> {
  const clause = before.split(/[;,|]|[.:!?]\s/).at(-1) ?? '';
  const sign = /(?<![=-])(<=|>=|[<>≤≥])\s*["'$€]*$/.exec(before)?.[1] ?? '';
  const flag = /-(lt|gt|le|ge)\s*$/.exec(before)?.[1] ?? '';
  const phrase = lastPhrase(clause) ?? keyLimit(before);
  const behind = /^\s*(or (more|higher|above)|and (more|above))/i.test(after)
    ? '>='
    : /^\s*(or (less|fewer|lower|below)|max(imum)?\b)/i.test(after)
      ? '<='
      : undefined;
  const operator = SIGNS[sign] ?? FLAGS[flag] ?? (hasPlus ? '>=' : undefined) ?? behind ?? phrase;
  const isNegated = /\b(no|not|never)\b/i.test(clause) && operator !== undefined && sign === '';
  const isGoal =
    isNegated ||
    /\btarget"?:?\s*[<>≤≥]?=?\s*$/i.test(before) ||
    /^\s*target\b/i.test(after) ||
    /\b(should|must)\b/i.test(clause) ||
    keyLimit(before) !== undefined;
  return { isGoal, ...(operator && { operator: isNegated ? OPPOSITE[operator] : operator }) };
}

/** `"coverage_percent_min": 70.0` is at least 70. */
function keyLimit(before: string): Operator | undefined {
  const key = /_(min|max)"?\s*[:=]\s*$/i.exec(before)?.[1]?.toLowerCase();
  return key === 'min' ? '>=' : key === 'max' ? '<=' : undefined;
}

function lastPhrase(clause: string): Operator | undefined {
  const found = PHRASES.flatMap(([pattern, operator]) =>
    [...clause.matchAll(new RegExp(pattern, 'gi'))].map(({ index, 0: text }) => ({
      end: index + text.length,
      operator,
    }))
  );
  return found.sort((a, b) => b.end - a.end)[0]?.operator;
}

/** Whether two numbers are the same amount; one without a unit takes the other's. */
export function sameNumber(a: QuotedNumber, b: QuotedNumber): boolean {
  const unit = (n: QuotedNumber, other: QuotedNumber) => measure(n.unit || other.unit);
  return sameAmount(a.value, unit(a, b), b.value, unit(b, a));
}
