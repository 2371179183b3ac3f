import { DEFAULT_SETTINGS } from '../settings/defaults';
import { metrics, type Metric } from './metric';
import { bucket, checkSelector, promql, selecting, withSuffix } from './selector';
import { own } from './source';

const { chains } = metrics({
  chains: {
    name: 'demo_chains',
    type: 'gauge',
    help: 'Chains',
    producer: 'exporter',
    labels: { outcome: ['fixed', 'a.b'], scene: { atMost: 3, of: 'scenes' } },
    source: own('made up'),
  },
});
const select = selecting({
  ...DEFAULT_SETTINGS,
  selectors: { ...DEFAULT_SETTINGS.selectors, exporter: { job: 'x', cluster: 'eu "1"' } },
});

describe('selector', () => {
  it('carries the identity of its producer into the PromQL', () => {
    expect(promql(select(chains, { outcome: 'fixed' }))).toBe(
      'demo_chains{job="x", cluster="eu \\"1\\"", outcome="fixed"}'
    );
  });

  it('writes several values as an anchored alternation of literals', () => {
    expect(promql(select(chains, { outcome: ['fixed', 'a.b'] }))).toContain('outcome=~"fixed|a\\\\.b"');
  });

  it('names the parts of a histogram', () => {
    expect(promql(withSuffix(select(chains), '_sum'))).toMatch(/^demo_chains_sum\{/);
  });

  it('knows labels and values that can never match', () => {
    expect(checkSelector(select(chains, { outcome: 'fixed', scene: 'anything' }))).toEqual([]);
    expect(checkSelector(select(chains, { colour: 'red' }))).toMatchObject([
      { message: 'demo_chains has no label "colour"', remedy: 'use one of outcome, scene' },
    ]);
    expect(checkSelector(select(chains, { outcome: ['fixed', 'gone'] }))).toMatchObject([
      { message: 'demo_chains has no outcome "gone"', remedy: 'use one of fixed, a.b' },
    ]);
  });

  it('finds a bucket however Prometheus writes its bound, and refuses one that is not there', () => {
    const histogram: Metric = { ...chains, type: 'histogram', labels: {}, buckets: ['0.2', '1'] };
    expect(promql(bucket(select(histogram), '0.2'))).toContain(
      'demo_chains_bucket{job="x", cluster="eu \\"1\\"", le="0.2"}'
    );
    expect(promql(bucket(select(histogram), '1'))).toContain('le=~"1|1\\\\.0"');
    expect(checkSelector(bucket(select(histogram), '1'))).toEqual([]);
    expect(checkSelector(bucket(select(histogram), '0.3'))).toMatchObject([
      { message: 'demo_chains has no le "0.3"', remedy: 'use one of 0.2, 1, 1.0' },
    ]);
  });
});
