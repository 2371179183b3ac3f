/**
 * The browser's build of yaml is an ES module, which jest does not load.
 * @jest-environment-options {"customExportConditions": ["node", "require"]}
 */
import { parse } from 'yaml';

import { buildCatalog } from '../../catalog/catalog';
import { type Threshold } from '../../catalog/kinds/threshold';
import { checkSettings } from '../../catalog/settings/checkSettings';
import { DEFAULT_SETTINGS } from '../../catalog/settings/defaults';
import { readSettings } from '../../catalog/settings/readSettings';
import { SYSTEMS } from '../../catalog/systems';
import { overrideSnippet } from './overrideSnippet';

const rate: Threshold = {
  id: 'shop.success_rate',
  title: 'Success rate',
  unit: 'percent',
  levels: { critical: '< 60', target: '>= 80.50', warning: '< 80' },
  window: '24h',
  minimumSample: '5',
  for: { warning: '5m', critical: '1m' },
  sources: {},
};

describe('overrideSnippet', () => {
  it('is the YAML of an override that changes nothing', () => {
    expect(parse(overrideSnippet(rate))).toEqual({
      thresholds: {
        'shop.success_rate': {
          target: 80.5,
          warning: 80,
          critical: 60,
          window: '24h',
          minimumSample: 5,
          for: { warning: '5m', critical: '1m' },
        },
      },
    });
  });

  it('puts one value on a line, best level first, so that the others are easily deleted', () => {
    expect(overrideSnippet(rate).split('\n').slice(2, 5)).toEqual([
      '    target: 80.5',
      '    warning: 80',
      '    critical: 60',
    ]);
  });

  it('leaves out what the threshold does not have', () => {
    const { window: _window, minimumSample: _sample, for: _for, ...plain } = rate;
    expect(parse(overrideSnippet({ ...plain, levels: { critical: '> 3' } }))).toEqual({
      thresholds: { 'shop.success_rate': { critical: 3 } },
    });
  });

  const shipped = buildCatalog(SYSTEMS, DEFAULT_SETTINGS).systems.flatMap(({ thresholds }) => thresholds);

  it.each(shipped.map((threshold) => [threshold.id, threshold] as const))(
    'can be put into genwatch.config.yaml as it is: %s',
    (id, threshold) => {
      const read = readSettings(overrideSnippet(threshold));
      expect(read.problems).toEqual([]);
      const systems = buildCatalog(SYSTEMS, read.settings).systems;
      expect(systems.flatMap(({ thresholds }) => thresholds).find((other) => other.id === id)).toEqual(threshold);
      expect(checkSettings(read.settings, SYSTEMS)).toEqual([]);
    }
  );
});
