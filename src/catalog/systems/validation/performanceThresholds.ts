import { decision, own, quote } from '../../kinds/source';
import { thresholds } from '../../kinds/threshold';
import { type Settings } from '../../settings/settings';

/** How long validations take and how much heap they need: sections 4 and 9. */
export const performanceThresholds = (settings: Settings) =>
  thresholds('validation', settings, {
    duration: {
      title: 'Mean duration of a validation',
      unit: 'milliseconds',
      levels: { target: '< 100', warning: '>= 100', critical: '> 200' },
      window: '15m',
      minimumSample: '5',
      for: { warning: '5m', critical: '1m' },
      sources: {
        target: quote('validation', '9', 'Validation <100ms average'),
        warning: decision('16', 'green < 100 ms, yellow 100–200'),
        critical: quote('validation', '9', 'Validation >200ms average'),
        window: own('enough validations for a mean even at night, and a deployment shows within minutes'),
        minimumSample: decision('8', 'minimum sample (default 5'),
        for: own('a window that has just filled swings; red is worth a look after a minute, yellow after five'),
      },
    },
    slow_validation: {
      title: 'Duration of one validation',
      unit: 'milliseconds',
      levels: { warning: '> 200' },
      sources: { warning: decision('17', 'in 1 h over 200 ms') },
    },
    slow_spikes: {
      title: 'Share of slow validations',
      unit: 'percent',
      levels: { warning: '>= 5' },
      window: '1h',
      minimumSample: '20',
      sources: {
        warning: decision('17', '≥ 5 % of ≥ 20 validations in 1 h'),
        window: decision('17', '≥ 5 % of ≥ 20 validations in 1 h'),
        minimumSample: decision('17', '≥ 5 % of ≥ 20 validations in 1 h'),
      },
    },
    heap_high: {
      title: 'Heap in use',
      unit: 'mebibytes',
      levels: { warning: '> 500' },
      window: '5m',
      for: { warning: '10m' },
      sources: {
        warning: quote('validation', '4.2', '500MB threshold'),
        window: own('a heap falls with every garbage collection: its highest reading of five minutes does not'),
        for: own('one large scene is over by then, and a heap that stays so full is not'),
      },
    },
    heap_trend: {
      title: 'Growth of the heap',
      unit: 'times',
      levels: { warning: '>= 1.2' },
      window: '1h',
      for: { warning: '10m' },
      sources: {
        warning: decision('17', '≥ 1.2 × that of 6 h before'),
        window: own('the hourly minimum of decision 17; the hours compared lie six windows apart'),
        for: own('the lowest value of an hour changes slowly: ten minutes tell a trend from an edge'),
      },
    },
    heap_leak: {
      title: 'Growth of the heap, twice in a row',
      unit: 'times',
      levels: { critical: '>= 1.2' },
      window: '1h',
      sources: {
        critical: decision('17', '≥ 1.2 × that of 6 h before'),
        window: own('as of the trend: so in the six windows before, too'),
      },
    },
    metric_missing: {
      title: 'Instances without the metric',
      unit: 'count',
      levels: { warning: '> 0' },
      for: { warning: '5m' },
      sources: {
        warning: own('what one instance does not tell is missing from every judgement, and looks like good health'),
        for: own('an instance that has just started may not have measured anything yet'),
      },
    },
  });
