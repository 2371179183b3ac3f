import { type Alert } from '../../src/catalog/kinds/alert';
import { light } from '../../src/catalog/kinds/light';
import { metrics } from '../../src/catalog/kinds/metric';
import { bucket, selecting } from '../../src/catalog/kinds/selector';
import { own } from '../../src/catalog/kinds/source';
import { type SystemFactory } from '../../src/catalog/kinds/system';
import { thresholds } from '../../src/catalog/kinds/threshold';
import { growth } from '../../src/catalog/shapes/growth';
import { heartbeat } from '../../src/catalog/shapes/heartbeat';
import { increase } from '../../src/catalog/shapes/increase';
import { lacking } from '../../src/catalog/shapes/lacking';
import { level } from '../../src/catalog/shapes/level';
import { mean } from '../../src/catalog/shapes/mean';
import { over } from '../../src/catalog/shapes/over';
import { overBaseline } from '../../src/catalog/shapes/overBaseline';
import { presence } from '../../src/catalog/shapes/presence';
import { quantile } from '../../src/catalog/shapes/quantile';
import { rateShare } from '../../src/catalog/shapes/rateShare';
import { share } from '../../src/catalog/shapes/share';
import { without } from '../../src/catalog/shapes/without';

const source = own('made up to exercise a shape');

const shapeMetrics = metrics({
  queue: {
    name: 'shapes_queue',
    type: 'gauge',
    help: 'A level',
    producer: 'exporter',
    labels: { kind: ['new', 'old'] },
    source,
  },
  chains: {
    name: 'shapes_chains',
    type: 'gauge',
    help: 'Parts of a whole',
    producer: 'exporter',
    labels: { outcome: ['good', 'bad', 'open'] },
    source,
  },
  usual: {
    name: 'shapes_usual',
    type: 'gauge',
    help: 'What a level usually is',
    producer: 'exporter',
    labels: {},
    source,
  },
  past: {
    name: 'shapes_past_seconds',
    type: 'gauge',
    help: 'History of what is usual',
    producer: 'exporter',
    labels: {},
    source,
  },
  requests: {
    name: 'shapes_requests_total',
    type: 'counter',
    help: 'Requests',
    producer: 'application',
    labels: { status: ['2xx', '4xx', '5xx'] },
    source,
  },
  duration: {
    name: 'shapes_duration_seconds',
    type: 'histogram',
    help: 'Time',
    producer: 'application',
    labels: {},
    buckets: ['0.1', '0.5', '1', '2'],
    source,
  },
  heap: {
    name: 'shapes_heap_bytes',
    type: 'gauge',
    help: 'Memory',
    producer: 'application',
    labels: { instance: { atMost: 10, of: 'instances' } },
    source,
  },
  up: {
    name: 'shapes_up',
    type: 'gauge',
    help: 'Answers',
    producer: 'application',
    labels: { instance: { atMost: 10, of: 'instances' } },
    source,
  },
});

/** One alert per shape, and per way of using it that makes other rules. */
export const shapeSystem: SystemFactory = (settings) => {
  const select = selecting(settings);
  const both = { warning: source, critical: source, for: source };
  const t = thresholds('shapes', settings, {
    level: {
      title: 'Queue',
      unit: 'count',
      levels: { warning: '> 10', critical: '>= 20' },
      for: { warning: '3m', critical: '1m' },
      sources: both,
    },
    level_by: { title: 'Queue', unit: 'count', levels: { critical: '> 3' }, sources: both },
    level_min: {
      title: 'Free places',
      unit: 'count',
      levels: { critical: '< 2' },
      for: { critical: '2m' },
      sources: both,
    },
    share: {
      title: 'Good share',
      unit: 'percent',
      levels: { target: '>= 80', warning: '< 80', critical: '< 60' },
      minimumSample: '5',
      for: { warning: '2m' },
      sources: { ...both, target: source, minimumSample: source },
    },
    rate_share: {
      title: 'Errors',
      unit: 'percent',
      levels: { warning: '> 1', critical: '> 5' },
      window: '5m',
      for: { critical: '1m' },
      sources: { ...both, window: source },
    },
    rate_share_low: {
      title: 'Answers',
      unit: 'percent',
      levels: { critical: '< 95' },
      window: '5m',
      sources: { critical: source, window: source },
    },
    increase: {
      title: 'Failures',
      unit: 'count',
      levels: { warning: '> 0', critical: '>= 3' },
      window: '5m',
      for: { critical: '1m' },
      sources: { ...both, window: source },
    },
    increase_by: {
      title: 'Failures',
      unit: 'count',
      levels: { critical: '> 0' },
      window: '10m',
      for: { critical: '1m' },
      sources: { ...both, window: source },
    },
    quantile: {
      title: 'p95',
      unit: 'milliseconds',
      levels: { warning: '> 500', critical: '> 1000' },
      window: '5m',
      for: { warning: '1m' },
      sources: { ...both, window: source },
    },
    mean: {
      title: 'Time',
      unit: 'milliseconds',
      levels: { warning: '>= 100', critical: '> 200' },
      window: '5m',
      minimumSample: '5',
      for: { warning: '1m' },
      sources: { ...both, window: source, minimumSample: source },
    },
    over: {
      title: 'Slow ones',
      unit: 'percent',
      levels: { warning: '>= 5' },
      window: '5m',
      minimumSample: '20',
      sources: { warning: source, window: source, minimumSample: source },
    },
    level_over: {
      title: 'Memory',
      unit: 'mebibytes',
      levels: { warning: '> 500' },
      window: '5m',
      for: { warning: '1m' },
      sources: { ...both, window: source },
    },
    growth: {
      title: 'Growth',
      unit: 'times',
      levels: { warning: '>= 1.2' },
      window: '1m',
      for: { warning: '30s' },
      sources: { ...both, window: source },
    },
    growth_twice: {
      title: 'Growth',
      unit: 'times',
      levels: { critical: '>= 1.2' },
      window: '1m',
      sources: { ...both, window: source },
    },
    lacking: {
      title: 'Incomplete instances',
      unit: 'count',
      levels: { warning: '> 0' },
      for: { warning: '1m' },
      sources: both,
    },
    over_baseline: {
      title: 'Queue against its mean',
      unit: 'times',
      levels: { warning: '> 2', critical: '>= 4' },
      floor: '10',
      history: '24h',
      for: { critical: '1m' },
      sources: { ...both, floor: source, history: source },
    },
    without: {
      title: 'Queue without chains',
      unit: 'count',
      levels: { warning: '>= 50', critical: '> 70' },
      for: { critical: '1m' },
      sources: both,
    },
    presence: { title: 'Queues', unit: 'count', levels: { critical: '< 1' }, for: { critical: '1m' }, sources: both },
    heartbeat: { title: 'Beat', unit: 'count', levels: { info: '>= 1' }, sources: { info: source } },
  });
  const alert = (name: string, threshold: Alert['threshold'], shape: Alert['shape']): Alert => ({
    name,
    component: 'shapes',
    threshold,
    shape,
    summary: 'Made up',
    steps: ['Look'],
  });
  const byKind = level('shapes:queue_by_kind:max', select(shapeMetrics.queue), { by: ['kind'] });
  const good = share('shapes:chains_good:ratio', {
    label: 'outcome',
    part: select(shapeMetrics.chains, { outcome: 'good' }),
    whole: select(shapeMetrics.chains, { outcome: ['good', 'bad'] }),
    minimum: '5',
  });
  const growing = (periods: 1 | 2) =>
    growth('shapes:heap_growth:ratio_1m', select(shapeMetrics.heap), {
      window: '1m',
      apart: 6,
      periods,
      restarts: select(shapeMetrics.duration),
    });
  return {
    id: 'shapes',
    title: 'Shapes',
    description: 'Every shape once',
    thresholds: Object.values(t),
    metrics: Object.values(shapeMetrics),
    queries: [],
    dashboards: [],
    light: light('shapes', 'Made up', source, {
      share: { threshold: t.share, shape: good, required: true, sources: {} },
      queue: { threshold: t.level_by, shape: byKind, required: false, sources: {} },
    }),
    alerts: [
      alert('ShapesLevel', t.level, level('shapes:queue:max', select(shapeMetrics.queue, { kind: 'new' }))),
      alert('ShapesLevelBy', t.level_by, byKind),
      alert(
        'ShapesLevelMin',
        t.level_min,
        level('shapes:queue:min', select(shapeMetrics.queue, { kind: 'old' }), { of: 'min' })
      ),
      alert('ShapesShare', t.share, good),
      alert(
        'ShapesRateShare',
        t.rate_share,
        rateShare(
          'shapes:errors:ratio_5m',
          select(shapeMetrics.requests, { status: '5xx' }),
          select(shapeMetrics.requests),
          '5m'
        )
      ),
      alert(
        'ShapesRateShareLow',
        t.rate_share_low,
        rateShare(
          'shapes:answers:ratio_5m',
          select(shapeMetrics.requests, { status: ['2xx', '4xx'] }),
          select(shapeMetrics.requests),
          '5m'
        )
      ),
      alert(
        'ShapesIncrease',
        t.increase,
        increase('shapes:failures:increase_5m', select(shapeMetrics.requests, { status: '5xx' }), '5m')
      ),
      alert(
        'ShapesIncreaseBy',
        t.increase_by,
        increase('shapes:failures:increase_10m', select(shapeMetrics.requests), '10m', { by: ['status'] })
      ),
      alert(
        'ShapesQuantile',
        t.quantile,
        quantile('shapes:within:ratio_5m', '0.95', select(shapeMetrics.duration), '5m')
      ),
      alert('ShapesMean', t.mean, mean('shapes:time:mean_5m', select(shapeMetrics.duration), '5m', '5')),
      alert(
        'ShapesOver',
        t.over,
        over('shapes:slow:ratio_5m', select(shapeMetrics.duration), { limit: '0.5', window: '5m', minimum: '20' })
      ),
      alert(
        'ShapesLevelOver',
        t.level_over,
        level('shapes:heap_bytes:max_5m', select(shapeMetrics.heap), { by: ['instance'], over: '5m' })
      ),
      alert('ShapesGrowth', t.growth, growing(1)),
      alert('ShapesGrowthTwice', t.growth_twice, growing(2)),
      alert(
        'ShapesLacking',
        t.lacking,
        lacking('shapes:incomplete:count', select(shapeMetrics.up), [
          select(shapeMetrics.heap),
          bucket(select(shapeMetrics.duration), '1'),
        ])
      ),
      alert(
        'ShapesOverBaseline',
        t.over_baseline,
        overBaseline('shapes:queue_over_baseline:ratio', {
          current: select(shapeMetrics.queue, { kind: 'new' }),
          baseline: select(shapeMetrics.usual),
          history: select(shapeMetrics.past),
          floor: t.over_baseline.floor ?? '1',
          from: t.over_baseline.history ?? '1h',
        })
      ),
      alert(
        'ShapesWithout',
        t.without,
        without('shapes:queue_without_chains:max', {
          traffic: select(shapeMetrics.queue, { kind: 'new' }),
          events: select(shapeMetrics.chains, { outcome: 'good' }),
        })
      ),
      alert('ShapesPresence', t.presence, presence('shapes:queues:count', select(shapeMetrics.queue))),
      alert('ShapesHeartbeat', t.heartbeat, heartbeat('shapes:heartbeat:always')),
    ],
  };
};
