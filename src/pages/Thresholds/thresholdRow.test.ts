import { buildCatalog } from '../../catalog/catalog';
import { own, quote } from '../../catalog/kinds/source';
import { type SystemFactory } from '../../catalog/kinds/system';
import { thresholds } from '../../catalog/kinds/threshold';
import { DEFAULT_SETTINGS } from '../../catalog/settings/defaults';
import { thresholdRows } from './thresholdRow';

const shop: SystemFactory = (settings) => ({
  id: 'shop',
  title: 'Shop',
  description: '',
  thresholds: Object.values(
    thresholds('shop', settings, {
      success_rate: {
        title: 'Success rate',
        unit: 'percent',
        levels: { critical: '< 60', warning: '< 80', target: '>= 80' },
        window: '24h',
        minimumSample: '5',
        for: { warning: '5m' },
        sources: {
          for: own('slow'),
          critical: quote('validation', '3.1', 'below 60'),
          target: quote('validation', '1.1', '80%'),
          warning: quote('validation', '9', '60-80%'),
        },
      },
      attempts: { title: 'Attempts', unit: 'count', levels: { critical: '> 3' }, sources: {} },
    })
  ),
  metrics: [],
  queries: [],
  alerts: [],
  dashboards: [],
});

const rows = (settings = DEFAULT_SETTINGS) => thresholdRows(buildCatalog([shop], settings));

describe('thresholdRows', () => {
  it('says the levels in words, best first', () => {
    expect(rows()[0]?.levels).toEqual([
      { level: 'target', words: 'at or above 80 %' },
      { level: 'warning', words: 'below 80 %' },
      { level: 'critical', words: 'below 60 %' },
    ]);
  });

  it('says how long each paging level must hold, and that the others fire at once', () => {
    expect(rows()[0]?.holds).toEqual([
      { level: 'warning', words: '5 minutes' },
      { level: 'critical', words: undefined },
    ]);
  });

  it('orders the sources as the levels, then what the levels are judged by', () => {
    expect(rows()[0]?.sources.map(({ of }) => of)).toEqual(['target', 'warning', 'critical', 'for']);
  });

  it('says window and minimum sample, or nothing where there is none', () => {
    expect(rows().map(({ window, minimumSample }) => [window, minimumSample])).toEqual([
      ['24 hours', '5'],
      [undefined, undefined],
    ]);
  });

  it('names each threshold by its id and its system by its title', () => {
    expect(rows().map(({ id, system }) => `${system}: ${id}`)).toEqual([
      'Shop: shop.success_rate',
      'Shop: shop.attempts',
    ]);
  });

  it('shows the values of the settings it was built with', () => {
    const changed = rows({ ...DEFAULT_SETTINGS, thresholds: { 'shop.attempts': { critical: '7' } } });
    expect(changed[1]?.levels).toEqual([{ level: 'critical', words: 'above 7' }]);
    expect(changed[1]?.snippet).toContain('critical: 7');
  });
});
