import { tieredQueries, type TieredQuery } from '../../exporter/tieredQuery';
import { type Catalog } from '../../src/catalog/catalog';
import { seconds } from '../../src/catalog/exact/duration';
import { fixedLabels } from '../../src/catalog/kinds/query';
import { type Ask, type Columns, type Replay } from './replay';
import { replayBaseline } from './replayBaseline';
import { replayDay } from './replayDay';
import { replaySums } from './replaySums';
import { type HistorySeries } from './series';

/** Queries that do more than count messages, and what replays each. */
const REPLAYS: Readonly<Record<string, Replay>> = {
  'validation.last_day': replayDay,
  'validation.attempt_baseline': replayBaseline,
};

/** How the history of a query is made; nothing when nobody has said yet. */
export const replayOf = ({ id, tier }: TieredQuery): Replay | undefined => (tier.additive ? replaySums : REPLAYS[id]);

/**
 * What the exporter would have served at each instant, from the messages that are in the database now. The labels are
 * those of the query's feeds alone.
 */
export async function exporterSeries(
  ask: Ask,
  catalog: Catalog,
  instants: readonly number[]
): Promise<HistorySeries[]> {
  const settle = seconds(catalog.settings.exporter.settle) * 1000;
  const seen = instants.map((at) => at - settle);
  const series = tieredQueries(catalog).map(async (query) => {
    const columns = await replayOf(query)?.({ catalog, ask, query, instants: seen });
    return columns ? feedsOf(query, columns) : [];
  });
  return (await Promise.all(series)).flat();
}

const feedsOf = ({ tier }: TieredQuery, columns: Columns): HistorySeries[] =>
  Object.entries(tier.feeds)
    // Which error or phase a column was about at each instant, nobody remembers.
    .filter(([, feed]) => Object.keys(feed.labels).length === Object.keys(fixedLabels(feed)).length)
    .map(([column, feed]) => ({ name: feed.metric.name, labels: fixedLabels(feed), values: columns[column] ?? [] }));
