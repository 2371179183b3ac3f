import { DEFAULT_SETTINGS } from '../settings/defaults';
import { metrics } from './metric';
import { checkSelector, promql, selecting, withSuffix } from './selector';
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
});
