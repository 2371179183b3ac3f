import { type Settings } from '../settings/settings';
import { isClosed, type Metric } from './metric';
import { problem, type Problem } from './problem';

/** A label's one value, or several of which any will do. */
export type Match = Readonly<Record<string, string | readonly string[]>>;

/** The series of one metric that an expression reads. */
export interface Selector {
  readonly metric: Metric;
  /** What the expression asks for. */
  readonly match: Match;
  /** Which installation's series they are, from the settings: `{ job: 'genwatch-exporter' }`. */
  readonly identity: Readonly<Record<string, string>>;
  /** `_bucket`, `_sum` or `_count` of a histogram. */
  readonly suffix: string;
}

export type Select = (metric: Metric, match?: Match) => Selector;

/** How a system writes its selectors: every one carries the identity labels of its producer. */
export const selecting =
  (settings: Settings): Select =>
  (metric, match = {}) => ({ metric, match, identity: settings.selectors[metric.producer], suffix: '' });

export const withSuffix = (selector: Selector, suffix: string): Selector => ({ ...selector, suffix });

export const seriesName = ({ metric, suffix }: Selector): string => metric.name + suffix;

/** Everything a series must have to be found. */
export const matchers = ({ match, identity }: Selector): Match => ({ ...identity, ...match });

/** Whether labels have what the expression asks for, whichever installation they are of. */
export const matches = ({ match }: Selector, labels: Readonly<Record<string, string>>): boolean =>
  Object.entries(match).every(([label, wanted]) => [wanted].flat().includes(labels[label] ?? ''));

/** The selector as PromQL. */
export function promql(selector: Selector): string {
  const parts = Object.entries(matchers(selector)).map(([label, value]) =>
    typeof value === 'string' ? `${label}=${quoted(value)}` : `${label}=~${quoted(value.map(literalRegex).join('|'))}`
  );
  return parts.length > 0 ? `${seriesName(selector)}{${parts.join(', ')}}` : seriesName(selector);
}

const quoted = (text: string) => `"${text.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n')}"`;
const literalRegex = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Bounds of the buckets in both spellings, where the selector reads buckets. */
const bucketsOf = ({ metric, suffix }: Selector): readonly string[] | undefined =>
  suffix === '_bucket' ? metric.buckets?.flatMap(spellings) : undefined;

/** Prometheus 2 keeps le="1", Prometheus 3 writes le="1.0". */
const spellings = (le: string): string[] => (le.includes('.') ? [le] : [le, `${le}.0`]);

/** The bucket of a histogram up to `le`, decimal text, however Prometheus spells it. */
export function bucket(histogram: Selector, le: string): Selector {
  const [only, other] = spellings(le);
  return withMatch(withSuffix(histogram, '_bucket'), { le: other === undefined ? (only ?? le) : spellings(le) });
}

const withMatch = (selector: Selector, match: Match): Selector => ({
  ...selector,
  match: { ...selector.match, ...match },
});

/**
 * A matcher on a label or a value that the metric does not have finds nothing, for ever.
 *
 * @param path where in the settings the matched values come from
 */
export function checkSelector(selector: Selector, path: readonly string[] = ['selectors']): Problem[] {
  const { metric, match } = selector;
  return Object.entries(match).flatMap(([label, wanted]) => {
    const known = label === 'le' ? bucketsOf(selector) : metric.labels[label];
    if (!known) {
      return [
        problem(path, `${metric.name} has no label "${label}"`, `use one of ${Object.keys(metric.labels).join(', ')}`),
      ];
    }
    return [wanted]
      .flat()
      .filter((value) => isClosed(known) && !known.includes(value))
      .map((value) =>
        problem(
          path,
          `${metric.name} has no ${label} "${value}"`,
          `use one of ${isClosed(known) ? known.join(', ') : ''}`
        )
      );
  });
}
