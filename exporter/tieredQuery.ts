import { type Catalog } from '../src/catalog/catalog';
import { isClosed, type LabelValues, type Metric } from '../src/catalog/kinds/metric';
import { type Feed, type Query, type Tier } from '../src/catalog/kinds/query';
import { platformMetrics } from '../src/catalog/systems/platform/metrics';

/** A query that the exporter runs. */
export type TieredQuery = Query & { readonly tier: Tier };

/** Every query of the catalog that has a tier. */
export function tieredQueries(catalog: Catalog): TieredQuery[] {
  return catalog.systems
    .flatMap(({ queries }) => queries)
    .filter((query): query is TieredQuery => query.tier !== undefined);
}

/**
 * Refuses what could not be served: it would otherwise show as a failing scrape, or as one series that two queries write.
 * @throws Error naming query and column of everything wrong
 */
export function checkQueries(queries: readonly TieredQuery[]): void {
  const problems = [
    ...duplicates(
      queries.map(({ id }) => id),
      'query'
    ),
    ...queries.flatMap(checkFeeds),
    ...sharedSeries(queries),
    ...tooManyValues(queries),
  ];
  if (problems.length > 0) {
    throw new Error(`The catalog's queries cannot be exported. Mend them in src/catalog:\n- ${problems.join('\n- ')}`);
  }
}

function checkFeeds(query: TieredQuery): string[] {
  return Object.entries(query.tier.feeds).flatMap(([column, feed]) => {
    const where = `column ${column} of query ${query.id}`;
    return [
      ...checkColumn(query, column, where),
      ...checkMetric(feed.metric, where),
      ...checkLabels(query, feed, where),
    ];
  });
}

function checkColumn(query: TieredQuery, column: string, where: string): string[] {
  const type = query.columns[column];
  if (type === undefined) {
    return [`${where} is fed to a metric but is not one of its columns (${Object.keys(query.columns).join(', ')})`];
  }
  return type === 'integer' || type === 'number'
    ? []
    : [`${where} is of type ${type}; only integer and number become series`];
}

function checkMetric({ name, type, producer }: Metric, where: string): string[] {
  return [
    ...(type === 'gauge' ? [] : [`${where} feeds ${name}, a ${type}; the exporter serves gauges`]),
    ...(producer === 'exporter'
      ? []
      : [`${where} feeds ${name}, whose producer is "${producer}" instead of "exporter"`]),
  ];
}

function checkLabels(query: TieredQuery, { metric, labels }: Feed, where: string): string[] {
  const wanted = Object.keys(metric.labels).sort().join(', ');
  const given = Object.keys(labels).sort().join(', ');
  if (wanted !== given) {
    return [`${where} gives ${metric.name} the labels {${given}} instead of {${wanted}}`];
  }
  return Object.entries(labels).flatMap(([label, value]) => {
    const values = metric.labels[label];
    if (typeof value !== 'string') {
      return checkLabelColumn(query, value.column, values, `${where} takes the ${label} of ${metric.name} from`);
    }
    return values === undefined || !isClosed(values) || values.includes(value)
      ? []
      : [`${where} gives ${metric.name} the ${label} "${value}", which is none of ${values.join(', ')}`];
  });
}

/** Text of a database becomes a label only where the metric says what it has to look like. */
function checkLabelColumn(
  query: TieredQuery,
  column: string,
  values: LabelValues | undefined,
  where: string
): string[] {
  const type = query.columns[column];
  if (type !== 'text') {
    return [`${where} ${column}, which is ${type === undefined ? 'not one of its columns' : `of type ${type}`}`];
  }
  return values === undefined || isClosed(values) || values.like !== undefined
    ? []
    : [`${where} ${column}, but the metric does not say what its values are like`];
}

/** Labels without a list have a bound: it holds over all queries together, sources included. */
function tooManyValues(queries: readonly TieredQuery[]): string[] {
  const feeds = [
    ...queries.flatMap(({ tier }) => Object.values(tier.feeds)),
    ...queries.map(({ id }) => ({ metric: platformMetrics.sourceUp, labels: { source: id } })),
  ];
  const metrics = new Map(feeds.map(({ metric }) => [metric.name, metric]));
  return [...metrics.values()].flatMap(({ name, labels }) =>
    Object.entries(labels).flatMap(([label, bound]) => {
      // Each column can tell a value of its own.
      const given = feeds
        .filter(({ metric }) => metric.name === name)
        .map((feed: Omit<Feed, 'metric'>) => JSON.stringify(feed.labels[label]));
      const count = new Set(given).size;
      return isClosed(bound) || count <= bound.atMost
        ? []
        : [`${name} has ${count} values of ${label}, more than the ${bound.atMost} ${bound.of} it may have`];
    })
  );
}

function sharedSeries(queries: readonly TieredQuery[]): string[] {
  const series = queries.flatMap(({ tier }) =>
    Object.values(tier.feeds).map(
      ({ metric, labels }) => `${metric.name}${JSON.stringify(Object.entries(labels).sort())}`
    )
  );
  return duplicates(series, 'series');
}

function duplicates(names: readonly string[], what: string): string[] {
  const repeated = names.filter((name, i) => names.indexOf(name) !== i);
  return [...new Set(repeated)].map((name) => `${what} ${name} is there more than once`);
}
