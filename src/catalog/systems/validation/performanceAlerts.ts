import { print } from '../../exact/decimal';
import { boundInSeriesUnit, type Bound } from '../../exact/bound';
import { type Alert } from '../../kinds/alert';
import { bucket, type Select } from '../../kinds/selector';
import { type Threshold } from '../../kinds/threshold';
import { type Settings } from '../../settings/settings';
import { growth } from '../../shapes/growth';
import { lacking } from '../../shapes/lacking';
import { level } from '../../shapes/level';
import { mean } from '../../shapes/mean';
import { over } from '../../shapes/over';
import { up } from '../up';
import { performanceMetrics as metrics } from './performanceMetrics';
import { type performanceThresholds } from './performanceThresholds';

/** "That of 6 h before", where the window is an hour. */
const WINDOWS_APART = 6;

/** Is validating quick, and does its heap stay where it is? Judged by what the application says of itself. */
export function performanceAlerts(
  settings: Settings,
  select: Select,
  thresholds: ReturnType<typeof performanceThresholds>
) {
  const { duration, slow_validation, slow_spikes, heap_high, heap_trend, heap_leak, metric_missing } = thresholds;
  const limit = slowFrom(slow_validation);
  const durations = select(metrics.duration);
  const growing = ({ window = '1h' }: Threshold, periods: 1 | 2) =>
    growth(`validation:heap_growth:ratio_${window}`, select(metrics.heap), {
      window,
      apart: WINDOWS_APART,
      periods,
      restarts: durations,
    });
  const { window: timed = '15m', minimumSample: fewest = '5' } = duration;
  const { window: counted = '1h', minimumSample: sample = '20' } = slow_spikes;
  const { window: peak = '5m' } = heap_high;
  return {
    duration: {
      name: 'ValidationDurationHigh',
      component: 'performance',
      threshold: duration,
      shape: mean(`validation:duration_seconds:mean_${timed}`, durations, timed, fewest),
      summary: 'Validating takes too long',
      steps: [
        'See whether all validations became slower, or a few are very slow',
        'Check what was deployed since the mean began to rise',
        'Profile the slow cases, and look at the regular expressions first',
      ],
    },
    slowSpikes: {
      name: 'ValidationSlowSpikes',
      component: 'performance',
      threshold: slow_spikes,
      shape: over(`validation:slow_validations:ratio_${counted}`, durations, {
        limit,
        window: counted,
        minimum: sample,
      }),
      summary: 'Too many single validations are slow',
      steps: [
        'Find out when the slow validations come: at once, or spread over the hour',
        'Read the slow validations in the log, and what was validated then',
        'Compare their times with garbage collections and load of the host',
      ],
    },
    heapHigh: {
      name: 'ValidationHeapHigh',
      component: 'heap',
      threshold: heap_high,
      shape: level(`validation:heap_used_bytes:max_${peak}`, select(metrics.heap), { by: ['instance'], over: peak }),
      summary: 'The heap of a validating process is nearly full',
      steps: [
        'See whether the heap rises with the traffic, or by itself',
        'Compare the instances with each other',
        'Take a heap snapshot of the instance before it is restarted',
      ],
    },
    heapTrend: {
      name: 'ValidationHeapTrendingUp',
      component: 'heap',
      threshold: heap_trend,
      shape: growing(heap_trend, 1),
      summary: 'The heap of a validating process is trending up',
      steps: [
        'Look whether the low points of the heap rise, and since when',
        'Compare the rise with the traffic of the same hours',
        'Estimate when the heap will be full, and plan a restart before',
      ],
    },
    heapLeak: {
      name: 'ValidationHeapLeak',
      component: 'heap',
      threshold: heap_leak,
      shape: growing(heap_leak, 2),
      summary: 'A validating process leaks memory',
      steps: [
        'Estimate when the heap will be full',
        'Take two heap snapshots some time apart, and compare what is held',
        'Restart the instance before its heap is full, one at a time',
      ],
    },
    contractMissing: {
      name: 'ValidationMetricMissing',
      component: 'contract',
      threshold: metric_missing,
      shape: lacking(
        'validation:metrics_missing:count',
        // Prometheus writes `up` with all labels of the target, so the application's identity is what finds it.
        { ...select(up), identity: settings.selectors.application },
        [bucket(durations, limit), select(metrics.heap)]
      ),
      summary: 'The application does not expose a metric that alerts need',
      steps: [
        'Find the instances that lack the metric',
        'Read the metrics page of one of them',
        'Expose the metric as the contract says, with its buckets, and deploy',
      ],
    },
  } satisfies Record<string, Alert>;
}

/** From where on a validation is slow, in seconds as decimal text. */
function slowFrom({ levels, unit }: Threshold): string {
  return print(boundInSeriesUnit((levels.warning ?? '> 200') satisfies Bound, unit).value);
}
