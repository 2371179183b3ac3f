import { type Catalog } from '../../catalog/catalog';
import { promql, withSuffix, type Selector } from '../../catalog/kinds/selector';
import { protectedText } from '../delegates/delegate';
import { type MetricQuery } from '../query/query';
import { knownSeries, type KnownSeries } from './knownSeries';

/**
 * PromQL for a series of the catalog. Of a gauge that two replicas expose the greatest counts, counters become rates per
 * second, and a histogram becomes its mean.
 * @throws Error when the catalog has no such series or label
 */
export function seriesExpression(catalog: Catalog, { series: name, labels = {}, by }: MetricQuery): string {
  const series = knownSeries(catalog).find((known) => known.name === name);
  if (!series) {
    throw new Error(`The catalog has no series "${name}". Choose one of the list.`);
  }
  const unknown = [...Object.keys(labels), ...(by ?? [])].find((label) => !(label in series.labels));
  if (unknown !== undefined) {
    throw new Error(
      `${name} has no label "${unknown}". It has ${Object.keys(series.labels).join(', ') || 'none'}: remove it.`
    );
  }
  const grouping = `by (${(by ?? Object.keys(series.labels)).join(', ')})`;
  const selector = selectorOf(catalog, series, labels);
  switch (series.metric?.type) {
    case 'counter':
      return `sum ${grouping} (rate(${protectedText(promql(selector))}${WINDOW}))`;
    case 'histogram':
      return ['_sum', '_count']
        .map((suffix) => `sum ${grouping} (rate(${protectedText(promql(withSuffix(selector, suffix)))}${WINDOW}))`)
        .join(' / ');
    default:
      return `max ${grouping} (${protectedText(promql(selector))})`;
  }
}

/** Grafana's Prometheus data source makes it long enough for the scrape interval. */
const WINDOW = '[$__rate_interval]';

function selectorOf({ settings }: Catalog, { name, metric }: KnownSeries, labels: Record<string, string[]>): Selector {
  const match = Object.fromEntries(
    Object.entries(labels)
      .filter(([, values]) => values.length > 0)
      .map(([label, values]) => [label, values.length === 1 ? (values[0] ?? '') : values])
  );
  return metric
    ? { metric, match, identity: settings.selectors[metric.producer], suffix: '' }
    : {
        // A record has lost what tells installations apart.
        metric: { name, type: 'gauge', help: '', producer: 'prometheus', labels: {}, source: { own: 'a record' } },
        match,
        identity: {},
        suffix: '',
      };
}
