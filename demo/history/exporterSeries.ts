import { tieredQueries, type TieredQuery } from '../../exporter/tieredQuery';
import { type Catalog } from '../../src/catalog/catalog';
import { seconds } from '../../src/catalog/exact/duration';
import { fixedLabels } from '../../src/catalog/kinds/query';
import { type Ask, type Columns, type Replay } from './replay';
import { replayBaseline } from './replayBaseline';
import { replayDay } from './replayDay';
import { replaySums } from './replaySums';
import { replayRecovery } from './generation/replayRecovery';
import { replayLastDay, replayLastHour, replayLastWeek } from './generation/replayGenerations';
import { collectSeries, type HistorySeries } from './series';

/** Queries that do not say that they add up, and what replays each. */
const REPLAYS: Readonly<Record<string, Replay>> = {
  'validation.last_day': replayDay,
  'validation.attempt_baseline': replayBaseline,
  'generation.last_hour': replayLastHour,
  'generation.last_day': replayLastDay,
  'generation.last_week': replayLastWeek,
  'generation.recovery': replayRecovery,
  // It counts rows, and nothing of them but their time.
  'generation.trigger_errors': replaySums,
};

/** How the history of a query is made; nothing when nobody has said yet. */
export const replayOf = ({ id, tier }: TieredQuery): Replay | undefined => (tier.additive ? replaySums : REPLAYS[id]);

/**
 * What the exporter would have served at each instant, from the rows that are in the database now. The labels are those of
 * the query's feeds alone.
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
    return columns ? feedsOf(query, columns, instants.length) : [];
  });
  return (await Promise.all(series)).flat();
}

/** The series of the feeds; where a column names them there is one for each of its names. */
function feedsOf({ tier }: TieredQuery, columns: Columns, count: number): HistorySeries[] {
  const series = collectSeries(count);
  for (const [column, feed] of Object.entries(tier.feeds)) {
    const fixed = fixedLabels(feed);
    const naming = Object.entries(feed.labels).flatMap(([label, value]) =>
      typeof value === 'string' ? [] : [{ label, texts: columns[value.column] ?? [] }]
    );
    (columns[column] ?? []).forEach((value, i) => {
      const named = naming.flatMap(({ label, texts }): Array<[string, string]> => {
        const text = texts[i];
        return typeof text === 'string' ? [[label, text]] : [];
      });
      if (typeof value === 'number' && named.length === naming.length) {
        series.set(feed.metric.name, { ...fixed, ...Object.fromEntries(named) }, i, value);
      }
    });
  }
  return series.all();
}
