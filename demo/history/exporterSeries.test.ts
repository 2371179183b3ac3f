import { tieredQueries } from '../../exporter/tieredQuery';
import { buildCatalog } from '../../src/catalog/catalog';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { SYSTEMS } from '../../src/catalog/systems';
import { replayOf } from './exporterSeries';

describe('the history of the exporter', () => {
  it('knows how to replay every query that the exporter runs', () => {
    const queries = tieredQueries(buildCatalog(SYSTEMS, DEFAULT_SETTINGS));

    // A query that only counts messages says `additive` in its tier; another one needs a replay in exporterSeries.ts.
    expect(queries.filter((query) => replayOf(query) === undefined).map(({ id }) => id)).toEqual([]);
  });
});
