import { buildCatalog } from '../../src/catalog/catalog';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { SYSTEMS } from '../../src/catalog/systems';
import { recordedSeries } from './recordedSeries';

const catalog = buildCatalog(SYSTEMS, DEFAULT_SETTINGS);
const chains = (outcome: string, ...values: Array<number | undefined>) => ({
  name: 'genwatch_validation_chains',
  labels: { outcome, window: '24h' },
  values,
});

describe('the recorded history', () => {
  it('is what the rules make of the series at each instant, and has holes where they have no value', () => {
    const series = [chains('fixed', 6, 3, undefined), chains('gave_up', 1, 0, 5), chains('abandoned', 1, 1, 5)];

    expect(recordedSeries(catalog, series, [1, 2, 3])).toEqual([
      // Below the minimum sample of 5 there is no rate; without a success it is 0.
      { name: 'validation:chains_fixed:ratio_24h', labels: {}, values: [0.75, undefined, 0] },
    ]);
  });

  it('leaves out what reads a series that is not there', () => {
    expect(recordedSeries(catalog, [], [1])).toEqual([]);
  });
});
