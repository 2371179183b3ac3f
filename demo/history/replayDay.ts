import { columnOfPart, type DayPart } from '../../src/catalog/systems/validation/queries/lastDay';
import { TRAFFIC_WINDOW } from '../../src/catalog/systems/validation/queries/traffic';
import { queryWithId } from '../faults/lookup';
import { type Columns, type Replay } from './replay';
import { replayChains } from './replayChains';
import { replayRequests } from './replayRequests';
import { sumsOver } from './replaySums';

/** The statement over the last day: each of its questions is replayed by itself. */
export const replayDay: Replay = async (replayed) => {
  const { catalog, query } = replayed;
  const parts: Readonly<Record<DayPart, Columns>> = {
    chains: await replayChains(replayed),
    requests: await replayRequests(replayed),
    repairs: await sumsOver(replayed, queryWithId(catalog, 'validation.repair_events_1h'), query.tier.window),
    traffic: await sumsOver(replayed, queryWithId(catalog, 'validation.traffic'), TRAFFIC_WINDOW),
  };
  return Object.fromEntries(
    (Object.keys(parts) as DayPart[]).flatMap((part) =>
      Object.entries(parts[part]).map(([column, values]) => [columnOfPart(part, column), values])
    )
  );
};
