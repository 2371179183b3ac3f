import { descendants, parsePromql } from '../promql/syntaxTree';

/** One reading of series in an expression: `up{job="x"}`. */
export interface SeriesRead {
  /** Empty when the selector names no metric. */
  readonly name: string;
  readonly matchers: readonly LabelMatcher[];
}

export interface LabelMatcher {
  readonly label: string;
  readonly operator: string;
  readonly value: string;
}

/** What an expression reads. Throws with the place when it is not PromQL. */
export const readSeries = (expr: string): SeriesRead[] =>
  descendants(parsePromql(expr))
    .filter(({ name }) => name === 'VectorSelector')
    .map((selector) => ({
      name: selector.children.find(({ name }) => name === 'Identifier')?.text ?? '',
      matchers: descendants(selector)
        .filter(({ name }) => name === 'UnquotedLabelMatcher')
        .map(({ children: [label, operator, value] }) => ({
          label: label?.text ?? '',
          operator: operator?.text ?? '',
          value: value?.text.slice(1, -1) ?? '',
        })),
    }));
