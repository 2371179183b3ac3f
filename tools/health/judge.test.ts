import { queryWithId } from '../../demo/faults/lookup';
import { failureOf } from '../../exporter/errorReason';
import { type TieredQuery } from '../../exporter/tieredQuery';
import { samplesOf } from '../../exporter/values';
import { buildCatalog } from '../../src/catalog/catalog';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { type Settings } from '../../src/catalog/settings/settings';
import { SYSTEMS } from '../../src/catalog/systems';
import { CHAIN_FEEDS } from '../../src/catalog/systems/validation/queries/chainSummary';
import { judge } from './judge';
import { type Reading } from './reading';

const NOTHING = { fixed: 0, gave_up: 0, abandoned: 0, open: 0, longest_named: 0, longest_unnamed: 0 };

/** Judges what the validation system's chain summary answered; other queries are left away. */
function judged(row: Partial<typeof NOTHING> | 'failed', settings: Settings = DEFAULT_SETTINGS) {
  const catalog = buildCatalog(SYSTEMS, settings);
  const query: TieredQuery = {
    ...queryWithId(catalog, 'validation.chain_summary'),
    tier: { window: '24h', every: '1m', feeds: CHAIN_FEEDS },
  };
  const values = Object.entries(row === 'failed' ? {} : { ...NOTHING, ...row });
  const reading: Reading =
    row === 'failed'
      ? { query, failure: failureOf(Object.assign(new Error('relation'), { code: '42P01' })) }
      : { query, samples: samplesOf(query, [Object.fromEntries(values.map(([k, v]) => [k, String(v)]))]) };
  const { checks, notJudged } = judge(catalog, [reading]);
  const of = (id: string) => checks.find(({ threshold }) => threshold === id);
  return { rate: of('validation.success_rate'), limit: of('validation.attempt_limit'), notJudged };
}

describe('judging', () => {
  it.each([
    [8, 2, 'healthy', 80, 'warning', 0],
    [799, 201, 'warning', 79.9, 'warning', -0.1],
    [3, 2, 'warning', 60, 'warning', -20],
    [599, 401, 'critical', 59.9, 'critical', -0.1],
    [0, 5, 'critical', 0, 'critical', -60],
    [5, 0, 'healthy', 100, 'warning', 20],
  ])('finds %d of them fixed and %d not: %s', (fixed, gave_up, status, value, level, margin) => {
    expect(judged({ fixed, gave_up }).rate).toMatchObject({ status, value, bound: { level }, margin });
  });

  it('takes abandoned chains for finished and open ones for nothing', () => {
    expect(judged({ fixed: 3, abandoned: 3, open: 100 }).rate).toMatchObject({ status: 'critical', value: 50 });
  });

  it('does not round a breach away', () => {
    expect(judged({ fixed: 79_999, gave_up: 20_001 }).rate).toMatchObject({ status: 'warning', value: 79.999 });
  });

  it.each([{}, { fixed: 4 }, { gave_up: 4 }, { open: 50 }])('has no data for %j: too few are finished', (row) => {
    expect(judged(row).rate).toMatchObject({ status: 'no data', value: null, margin: null });
  });

  it.each([
    [3, 'healthy', 0],
    [4, 'critical', -1],
  ])('takes %d attempts in a chain for %s', (longest_named, status, margin) => {
    expect(judged({ longest_named, longest_unnamed: 90 }).limit).toMatchObject({
      status,
      value: longest_named,
      margin,
    });
  });

  it('cannot tell what a failed query would have told', () => {
    const { rate, limit } = judged('failed');
    expect([rate?.status, rate?.value, limit?.status]).toEqual(['unknown', null, 'unknown']);
  });

  it('judges by the settings', () => {
    const settings: Settings = {
      ...DEFAULT_SETTINGS,
      disabled: ['ValidationAttemptLimit', 'ValidationSuccessRateLow.warning'],
      thresholds: { 'validation.success_rate': { critical: '50', minimumSample: '2' } },
    };
    const { rate, limit, notJudged } = judged({ fixed: 1, gave_up: 1 }, settings);
    expect(rate).toMatchObject({ status: 'healthy', value: 50, bound: { level: 'critical', bound: '< 50' } });
    expect(limit).toBeUndefined();
    expect(notJudged).toContainEqual({
      system: 'validation',
      threshold: 'validation.attempt_limit',
      why: 'disabled in the settings',
    });
  });

  it('leaves to Prometheus what only Prometheus knows', () => {
    expect(judged({}).notJudged).toContainEqual({
      system: 'platform',
      threshold: 'platform.exporter_absent',
      why: 'only Prometheus has its series',
    });
  });
});
