import { descendants, parsePromql } from './syntaxTree';

/** A number that stands in an expression: a plain one, or the bucket bound of an `le` matcher. */
export interface Literal {
  readonly kind: 'number' | 'le';
  /** Plain decimal text. */
  readonly text: string;
}

/** Every number of an expression except ranges and offsets, read from its syntax tree. */
export function literalsIn(expr: string): Literal[] {
  return descendants(parsePromql(expr)).flatMap((node): Literal[] => {
    if (node.name === 'NumberDurationLiteral' || node.name === 'NumberLiteral') {
      return [{ kind: 'number', text: node.text }];
    }
    const bucket = node.name === 'UnquotedLabelMatcher' ? /^le=~?"(.*)"$/.exec(node.text)?.[1] : undefined;
    return bucket === undefined
      ? []
      : [{ kind: 'le', text: bucket.replace('(\\\\.0)?', '').replace(/\|.*/, '').replace(/\\/g, '') }];
  });
}
