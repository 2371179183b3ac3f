import { decimal, minus, ONE, plus, print, times } from '../../src/catalog/exact/decimal';
import { isDuration, seconds } from '../../src/catalog/exact/duration';
import { descendants, parsePromql, type SyntaxNode } from '../promql/syntaxTree';
import { SETTLED } from '../../src/catalog/shapes/settled';

/** A rule's expression with one mistake in it. */
export interface ExpressionMutant {
  readonly kind: string;
  readonly expr: string;
}

const COMPARISONS = ['Gtr', 'Lss', 'Gte', 'Lte'];
const OTHER_AGGREGATION: Record<string, string> = { Max: 'min', Min: 'max', Sum: 'max', Count: 'sum' };

/** Every mistake of the known kinds that can be made in an expression. */
export function mutateExpression(expr: string): ExpressionMutant[] {
  const replaced = ({ from, to }: Pick<SyntaxNode, 'from' | 'to'>, text: string) =>
    expr.slice(0, from) + text + expr.slice(to);
  return descendants(parsePromql(expr)).flatMap((node) => mistakesAt(node, replaced, expr));
}

type Replace = (place: Pick<SyntaxNode, 'from' | 'to'>, text: string) => string;

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
      ];
    case 'BinaryExpr':
      return clauseDropped(node, replaced);
    case 'GroupingLabels':
      return node.children.length > 0 ? [one('grouping dropped', '()')] : [];
    default:
      return [];
  }
}

/** Whole numbers move by one: what they bound is whole, and 3.03 means the same to it as 3. */
function neighbours(text: string): string[] {
  const value = decimal(text);
  return value.scale === 0
    ? [plus(value, ONE), minus(value, ONE)].map(print)
    : ['1.01', '0.99', '1.1', '0.9'].map((factor) => print(times(value, decimal(factor))));
}

const withComma = (node: SyntaxNode, expr: string) => (expr[node.to] === ',' ? node.to + 2 : node.to);

/** `a or b`, `a and b` and the guard `(a > 0)` lose their right side. */
function clauseDropped(node: SyntaxNode, replaced: Replace): ExpressionMutant[] {
  const [left] = node.children;
  const set = node.children.some(({ name }) => ['And', 'Or', 'Unless'].includes(name));
  const guard = node.parent?.name === 'ParenExpr' && node.children.some(({ name }) => COMPARISONS.includes(name));
  return left && (set || guard) ? [{ kind: 'clause dropped', expr: replaced({ from: left.to, to: node.to }, '') }] : [];
}
