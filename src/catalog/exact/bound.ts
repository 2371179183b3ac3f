import { compare, decimal, print, type Decimal } from './decimal';
import { inSeriesUnit, unitDefinition, type Unit } from './unit';

export const OPERATORS = ['<', '<=', '>', '>='] as const;
export type Operator = (typeof OPERATORS)[number];

/** When a level applies, as the document says it: `< 60`, `>= 3`. The number is decimal text. */
export type Bound = `${Operator} ${number}`;

/** A bound taken apart; `value` is in the unit its owner names. */
export interface ParsedBound {
  readonly operator: Operator;
  readonly value: Decimal;
}

/** Throws when `bound` is not an operator, a space and a decimal number. */
export function parseBound(bound: Bound): ParsedBound {
  const [operator = '', value = ''] = bound.split(' ');
  const known = OPERATORS.find((o) => o === operator);
  if (!known) {
    throw new Error(`"${bound}" is not a bound: write it like "< 60", with one of ${OPERATORS.join(' ')}`);
  }
  return { operator: known, value: decimal(value) };
}

export function boundInSeriesUnit(bound: Bound, unit: Unit): ParsedBound {
  const { operator, value } = parseBound(bound);
  return { operator, value: inSeriesUnit(value, unit) };
}

/** Whether `value` lies where the bound applies. */
export function applies({ operator, value: bound }: ParsedBound, value: Decimal): boolean {
  const order = compare(value, bound);
  return { '<': order < 0, '<=': order <= 0, '>': order > 0, '>=': order >= 0 }[operator];
}

/** Lower values are worse. */
export const pointsDown = ({ operator }: Pick<ParsedBound, 'operator'>): boolean => operator.startsWith('<');

const PHRASES: Record<Operator, string> = { '<': 'below', '<=': 'at or below', '>': 'above', '>=': 'at or above' };

/** For texts that people read: `< 60` percent is "below 60 %". */
export function boundInWords(bound: Bound, unit: Unit): string {
  const { operator, value } = parseBound(bound);
  return `${PHRASES[operator]} ${print(value)}${unitDefinition(unit).symbol}`;
}

/** As Prometheus compares, in doubles, so that health check and rule never disagree at a bound. */
export function isBreached({ operator, value: bound }: ParsedBound, value: number): boolean {
  const limit = Number(print(bound));
  return { '<': value < limit, '<=': value <= limit, '>': value > limit, '>=': value >= limit }[operator];
}
