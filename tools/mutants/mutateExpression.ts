import { decimal, minus, ONE, plus, print, times } from '../../src/catalog/exact/decimal';
import { isDuration, seconds } from '../../src/catalog/exact/duration';
import { SETTLED } from '../../src/catalog/shapes/settled';
import { descendants, parsePromql, type SyntaxNode } from '../promql/syntaxTree';

/** A rule's expression with one mistake in it. */
export interface ExpressionMutant {
  readonly kind: string;
  readonly expr: string;
}

const COMPARISONS = ['Gtr', 'Lss', 'Gte', 'Lte'];
const SET_OPERATORS = ['And', 'Or', 'Unless'];
const OTHER_AGGREGATION: Readonly<Record<string, string>> = { Max: 'min', Min: 'max', Sum: 'max', Count: 'sum' };
const OTHER_OPERATOR: Readonly<Record<string, string>> = { Add: '-', Sub: '+', Mul: '/', Div: '*' };
const OTHER_FUNCTION: Readonly<Record<string, string>> = {
  last_over_time: 'min_over_time',
  max_over_time: 'min_over_time',
  min_over_time: 'max_over_time',
  avg_over_time: 'max_over_time',
  increase: 'delta',
  rate: 'delta',
};

/** Every mistake of the known kinds that can be made in an expression, each once. */
export function mutateExpression(expr: string): ExpressionMutant[] {
  const replaced = ({ from, to }: Place, text: string) => expr.slice(0, from) + text + expr.slice(to);
  const mutants = descendants(parsePromql(expr)).flatMap((node) => mistakesAt(node, replaced, expr));
  return [...new Map(mutants.map((mutant) => [mutant.expr, mutant])).values()].filter((mutant) => mutant.expr !== expr);
}

type Place = Pick<SyntaxNode, 'from' | 'to'>;
type Replace = (place: Place, text: string) => string;

function mistakesAt(node: SyntaxNode, replaced: Replace, expr: string): ExpressionMutant[] {
  const one = (kind: string, text: string): ExpressionMutant => ({ kind, expr: replaced(node, text) });
  if (COMPARISONS.includes(node.name)) {
    return [
      one('comparison flipped', node.text.startsWith('>') ? '<' : '>'),
      one('bound included or excluded', node.text.endsWith('=') ? node.text.charAt(0) : `${node.text}=`),
    ];
  }
  if (node.name in OTHER_AGGREGATION) {
    return [one('aggregation changed', OTHER_AGGREGATION[node.name] ?? '')];
  }
  if (node.name in OTHER_OPERATOR) {
    return [one('operator changed', OTHER_OPERATOR[node.name] ?? '')];
  }
  switch (node.name) {
    case 'NumberDurationLiteral':
      return Number(node.text) === 0 || node.text === SETTLED
        ? []
        : neighbours(node.text).map((text) => one('number moved', text));
    case 'NumberDurationLiteralInDurationContext':
      return isDuration(node.text)
        ? [one('range doubled', `${seconds(node.text) * 2}s`), one('range halved', `${seconds(node.text) / 2}s`)]
        : [];
    case 'UnquotedLabelMatcher':
      return [
        {
          kind: 'matcher dropped',
          expr: replaced({ from: node.from, to: withComma(node, expr) }, '').replace(', }', '}'),
        },
        ...fewerAlternatives(node.text).map((text) => one('alternative dropped', text)),
      ];
    case 'BinaryExpr':
      return clauseDropped(node, replaced);
    case 'GroupingLabels':
      return node.children.length > 0 ? [one('grouping dropped', '()')] : [];
    case 'MatchingModifierClause':
      return node.children.some(({ name }) => name === 'GroupLeft') ? [] : [one('matching dropped', '')];
    case 'FunctionIdentifier':
      return node.text in OTHER_FUNCTION ? [one('function changed', OTHER_FUNCTION[node.text] ?? '')] : [];
    default:
      return [];
  }
}

/**
 * One and ten percent to both sides. Whole numbers move by whole ones, at least by one: what they bound is whole, and
 * 3.03 means the same to it as 3.
 */
function neighbours(text: string): string[] {
  const value = decimal(text);
  if (value.scale > 0) {
    return ['1.01', '0.99', '1.1', '0.9'].map((factor) => print(times(value, decimal(factor))));
  }
  const steps = [0.01, 0.1].map((share) => decimal(String(Math.max(1, Math.round(Number(text) * share)))));
  return [ONE, ...steps].flatMap((step) => [plus(value, step), minus(value, step)]).map(print);
}

const withComma = (node: SyntaxNode, expr: string) => (expr[node.to] === ',' ? node.to + 2 : node.to);

/** `x=~"a|b"` finds a or b alone. */
function fewerAlternatives(matcher: string): string[] {
  const [, start, alternatives = ''] = /^(\w+=~")(.*)"$/.exec(matcher) ?? [];
  const all = alternatives.split('|');
  return all.length > 1 && !alternatives.includes('(')
    ? all.map((_, dropped) => `${start}${all.filter((_other, i) => i !== dropped).join('|')}"`)
    : [];
}

/** `a or b` and `a and b` lose either side, the guard `(a > 0)` its right one. */
function clauseDropped(node: SyntaxNode, replaced: Replace): ExpressionMutant[] {
  const left = node.children[0];
  const right = node.children.at(-1);
  const set = node.children.some(({ name }) => SET_OPERATORS.includes(name));
  const guard = node.parent?.name === 'ParenExpr' && node.children.some(({ name }) => COMPARISONS.includes(name));
  return left && right && (set || guard)
    ? [
        { kind: 'clause dropped', expr: replaced({ from: left.to, to: node.to }, '') },
        ...(set ? [{ kind: 'clause dropped', expr: replaced({ from: node.from, to: right.from }, '') }] : []),
      ]
    : [];
}
