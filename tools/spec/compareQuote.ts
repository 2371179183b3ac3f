import { parseBound, pointsDown, type Bound, type ParsedBound } from '../../src/catalog/exact/bound';
import { compare, decimal, print } from '../../src/catalog/exact/decimal';
import { seconds, type Duration } from '../../src/catalog/exact/duration';
import { unitDefinition, type Unit } from '../../src/catalog/exact/unit';
import { type Level } from '../../src/catalog/kinds/threshold';
import { measure, sameAmount } from './quantity';
import { opposite, quotedNumbers, type QuotedNumber } from './quotedNumbers';

/** A number of the catalog that a quote has to bear out. */
export type Claim =
  | { readonly kind: 'level'; readonly level: Level; readonly bound: Bound; readonly unit: Unit }
  | { readonly kind: 'duration'; readonly duration: Duration }
  | { readonly kind: 'minimum'; readonly samples: string }
  | { readonly kind: 'floor'; readonly amount: string };

/** What the quoted words say otherwise than the claim, as clauses; nothing when they agree. */
export function compareQuote(claim: Claim, words: string): string[] {
  const numbers = quotedNumbers(words);
  switch (claim.kind) {
    case 'level':
      return levelDifference(claim.level, parseBound(claim.bound), claim.unit, words, numbers);
    case 'duration':
      return saysDuration(claim.duration, words, numbers) ? [] : [`the words do not say ${claim.duration}`];
    case 'minimum':
      return minimumDifference(claim.samples, numbers);
    case 'floor':
      // In whatever unit: the catalog's is that of what is compared.
      return numbers.some(({ value }) => compare(value, decimal(claim.amount)) === 0)
        ? []
        : [`the words say ${listed(numbers)}, not ${claim.amount}`];
  }
}

function levelDifference(
  level: Level,
  bound: ParsedBound,
  unit: Unit,
  words: string,
  numbers: readonly QuotedNumber[]
) {
  const symbol = unitDefinition(unit).symbol.trim();
  const value = `${print(bound.value)}${symbol && ` ${symbol}`}`;
  const same = numbers.filter((number) =>
    sameAmount(number.value, measure(unitOf(number, symbol, words, numbers)), bound.value, measure(symbol))
  );
  if (same.length === 0) {
    return [`the words say ${listed(numbers)}, not ${value}`];
  }
  const directions = same.map((number) => directionDifference(level, bound, number));
  return directions.includes(undefined) ? [] : [directions[0] ?? ''];
}

/** A number without a unit takes that of its key or of another number in the same words, or is a share where they speak of one. */
function unitOf(number: QuotedNumber, wanted: string, words: string, numbers: readonly QuotedNumber[]): string {
  if (number.unit || wanted === '') {
    return number.unit;
  }
  const keys = [...words.matchAll(/_(ms|mb|percent|seconds|hours)(?![a-z])/gi)].map(([, unit = '']) => unit);
  const rates = /per_second/i.test(words) ? ['/s'] : [];
  const offered = [...numbers.map(({ unit }) => unit), ...keys, ...rates].filter((unit) => unit !== '');
  if (offered.length > 0) {
    const dimension = measure(wanted)?.dimension;
    return offered.find((unit) => measure(unit)?.dimension === dimension) ?? '';
  }
  return wanted === '%' && /rate|success|percent|share|coverage|score|uptime|availability/i.test(words) ? '%' : '';
}

function directionDifference(level: Level, bound: ParsedBound, number: QuotedNumber): string | undefined {
  if (number.operator === undefined) {
    const wanted = pointsDown(bound) ? 'upper' : 'lower';
    return number.rangeEnd && number.rangeEnd !== wanted
      ? `"${bound.operator}" takes the ${wanted} end of the range, and ${print(bound.value)} is its ${number.rangeEnd} end`
      : undefined;
  }
  const said = number.isGoal && level !== 'target' ? opposite(number.operator) : number.operator;
  return said === bound.operator
    ? undefined
    : `the words say "${said} ${print(number.value)}", the catalog "${bound.operator}"`;
}

/** "24 hours", `24h` and "the last hour" alike. */
function saysDuration(duration: Duration, words: string, numbers: readonly QuotedNumber[]): boolean {
  const single = [...words.matchAll(/\b(?:last|past|an?|per|each|every)\s+(minute|hour|day|week)\b/gi)];
  const wanted = decimal(String(seconds(duration)));
  return [
    ...numbers.map(({ value, unit }) => ({ value, unit })),
    ...single.map(([, unit = '']) => ({ value: decimal('1'), unit })),
  ].some(({ value, unit }) => sameAmount(value, measure(unit), wanted, measure('s')));
}

function minimumDifference(samples: string, numbers: readonly QuotedNumber[]): string[] {
  const same = numbers.filter(({ value, unit }) => sameAmount(value, measure(unit), decimal(samples), undefined));
  if (same.length === 0) {
    return [`the words say ${listed(numbers)}, not ${samples}`];
  }
  const agrees = same.some(({ operator }) => operator === undefined || operator === '>=');
  return agrees ? [] : [`the words do not count from ${samples} on: they say "${same[0]?.operator} ${samples}"`];
}

const listed = (numbers: readonly QuotedNumber[]): string =>
  numbers.length === 0
    ? 'no number'
    : numbers.map(({ value, unit }) => `${print(value)}${unit && ` ${unit}`}`).join(', ');
