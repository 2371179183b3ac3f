import { buildCatalog } from '../../src/catalog/catalog';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { type ThresholdOverride } from '../../src/catalog/settings/settings';
import { SYSTEMS } from '../../src/catalog/systems';
import { alertNamed } from './lookup';
import { failuresNeeded } from './lowSuccess';

const threshold = (override: ThresholdOverride = {}) =>
  alertNamed(
    buildCatalog(SYSTEMS, { ...DEFAULT_SETTINGS, thresholds: { 'validation.success_rate': override } }),
    'ValidationSuccessRateLow'
  ).threshold;

describe('how many failures the fault needs', () => {
  it('halves the rate', () => {
    expect(failuresNeeded({ fixed: 600, finished: 680 }, threshold())).toBe(520);
  });

  it('needs none where half of all fail already', () => {
    expect(failuresNeeded({ fixed: 300, finished: 600 }, threshold())).toBe(0);
  });

  it('makes enough chains to be judged on an empty table', () => {
    expect(failuresNeeded({ fixed: 0, finished: 0 }, threshold())).toBe(5);
    expect(failuresNeeded({ fixed: 2, finished: 2 }, threshold({ minimumSample: '20' }))).toBe(18);
  });

  it('goes below a bound that is lower than half', () => {
    const failures = failuresNeeded({ fixed: 600, finished: 680 }, threshold({ critical: '40' }));

    expect(600 / (680 + failures)).toBeCloseTo(0.3);
  });
});
