import { type Metric } from '../kinds/metric';
import { selecting } from '../kinds/selector';
import { own } from '../kinds/source';
import { type SystemFactory } from '../kinds/system';
import { thresholds } from '../kinds/threshold';
import { level } from '../shapes/level';
import { quantile } from '../shapes/quantile';
import { share } from '../shapes/share';

const source = own('a fixture');

const chains: Metric = {
  name: 'fixture_chains',
  type: 'gauge',
  help: 'Repair chains by how they ended',
  producer: 'exporter',
  labels: { outcome: ['fixed', 'gave_up'], window: ['24h', '7d'] },
  source,
};
const attempts: Metric = {
  name: 'fixture_attempts',
  type: 'gauge',
  help: 'Attempts of the longest chain',
  producer: 'exporter',
  labels: { scene: ['named', 'unnamed'] },
  source,
};
const latency: Metric = {
  name: 'fixture_duration_seconds',
  type: 'histogram',
  help: 'How long it takes',
  producer: 'application',
  labels: {},
  buckets: ['0.1', '0.6', '1'],
  source,
};

/** A system for tests of settings: a share with a window, a count at two levels, and a quantile that knows only its buckets. */
export const fixtureSystem: SystemFactory = (settings) => {
  const select = selecting(settings);
  const t = thresholds('fixture', settings, {
    success_rate: {
      title: 'Success rate',
      unit: 'percent',
      levels: { target: '>= 80', warning: '< 80', critical: '< 60' },
      window: '24h',
      minimumSample: '5',
      for: { critical: '1m', warning: '5m' },
      sources: {
        target: source,
        warning: source,
        critical: source,
        window: source,
        minimumSample: source,
        for: source,
      },
    },
    attempts: {
      title: 'Longest chain',
      unit: 'count',
      levels: { warning: '> 3', critical: '>= 6' },
      sources: { warning: source, critical: source },
    },
    latency: {
      title: 'Latency',
      unit: 'milliseconds',
      levels: { critical: '> 600' },
      window: '5m',
      sources: { critical: source, window: source },
    },
  });
  const window = t.success_rate.window ?? '24h';
  return {
    id: 'fixture',
    title: 'Fixture',
    description: 'A system for tests',
    thresholds: Object.values(t),
    metrics: [chains, attempts, latency],
    queries: [],
    dashboards: [],
    alerts: [
      {
        name: 'FixtureSuccessRateLow',
        component: 'repair',
        threshold: t.success_rate,
        shape: share(`fixture:chains_fixed:ratio_${window}`, {
          label: 'outcome',
          part: select(chains, { outcome: 'fixed', window }),
          whole: select(chains, { outcome: ['fixed', 'gave_up'], window }),
          minimum: t.success_rate.minimumSample ?? '1',
        }),
        summary: 'Repair succeeds too rarely',
        steps: ['Look'],
      },
      {
        name: 'FixtureAttempts',
        component: 'repair',
        threshold: t.attempts,
        shape: level('fixture:attempts:max', select(attempts), { by: ['scene'] }),
        summary: 'A chain is too long',
        steps: ['Look'],
      },
      {
        name: 'FixtureSlow',
        component: 'answers',
        threshold: t.latency,
        shape: quantile('fixture:duration:within', '0.95', select(latency), t.latency.window ?? '5m'),
        summary: 'Answers are slow',
        steps: ['Look'],
      },
    ],
  };
};
