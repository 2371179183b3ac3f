import { DEFAULT_SETTINGS } from '../settings/defaults';
import { type ThresholdOverride } from '../settings/settings';
import { own } from './source';
import { alertLevels, checkThreshold, thresholds, type Threshold } from './threshold';

const source = own('made up');
const sources = {
  target: source,
  warning: source,
  critical: source,
  window: source,
  minimumSample: source,
  floor: source,
  history: source,
  for: source,
};

function rate(override: ThresholdOverride = {}): Threshold {
  const settings = { ...DEFAULT_SETTINGS, thresholds: { 'demo.rate': override } };
  return thresholds('demo', settings, {
    rate: {
      title: 'Rate',
      unit: 'percent',
      levels: { target: '>= 80', warning: '< 80', critical: '< 60' },
      window: '24h',
      minimumSample: '5',
      floor: '10',
      history: '24h',
      for: { warning: '5m' },
      sources,
    },
  }).rate;
}

describe('thresholds', () => {
  it('get their id from the key and their documented values without overrides', () => {
    const t = rate();
    expect(t).toMatchObject({ id: 'demo.rate', levels: { critical: '< 60' }, window: '24h', minimumSample: '5' });
    expect(alertLevels(t)).toEqual(['warning', 'critical']);
    expect(checkThreshold(t)).toEqual([]);
  });

  it('keep the documented operator and the written text of an overridden number', () => {
    expect(rate({ critical: '55.50' }).levels).toEqual({ target: '>= 80', warning: '< 80', critical: '< 55.50' });
  });

  it('take window, minimum sample and single "for" levels from the settings', () => {
    const t = rate({ window: '7d', minimumSample: '10', floor: '3', history: '2d', for: { critical: '2m' } });
    expect(t).toMatchObject({ floor: '3', history: '2d' });
    expect(t).toMatchObject({ window: '7d', minimumSample: '10', for: { warning: '5m', critical: '2m' } });
  });

  it.each([
    [{ critical: '85' }, 'critical 85 lies on the wrong side of warning 80: lower is worse here'],
    [{ warning: '90' }, 'warning 90 lies on the wrong side of target 80: lower is worse here'],
    [{ critical: 'low' }, '"low" is not a decimal number'],
  ])('refuse %p', (override, message) => {
    expect(checkThreshold(rate(override)).map((problem) => problem.message)).toEqual([message]);
  });

  it('may have equal numbers unless the worse level then reaches further', () => {
    expect(checkThreshold(rate({ critical: '80' }))).toEqual([]);
    const wider: Threshold = { ...rate(), levels: { warning: '< 80', critical: '<= 80' } };
    expect(checkThreshold(wider)).toHaveLength(1);
  });

  it('must look in one direction and name a source for every number', () => {
    expect(checkThreshold({ ...rate(), levels: { warning: '< 80', critical: '> 60' } })).toMatchObject([
      { message: 'critical and warning of demo.rate look in different directions' },
    ]);
    expect(checkThreshold({ ...rate(), sources: { ...sources, critical: undefined } })).toMatchObject([
      { message: 'critical of demo.rate has no source' },
    ]);
    expect(checkThreshold({ ...rate(), sources: { ...sources, floor: undefined } })).toMatchObject([
      { message: 'floor of demo.rate has no source' },
    ]);
  });
});
