import { metrics } from '../../kinds/metric';
import { decision } from '../../kinds/source';

/** What the exporter makes of the messages beside repairs: what is usual, what users get, whether anything happens. */
export const trafficMetrics = metrics({
  attemptsBaseline: {
    name: 'genwatch_validation_attempts_baseline',
    type: 'gauge',
    help: 'Repair attempts of a mean hour: of the 168 full hours before the last one, or of as many as there are',
    producer: 'exporter',
    labels: {},
    refresh: '10m',
    source: decision('9', 'the mean of the 168 full hours before them'),
  },
  baselineHistory: {
    name: 'genwatch_validation_attempts_baseline_history_seconds',
    type: 'gauge',
    help: 'How much history the baseline of the attempts is made of',
    producer: 'exporter',
    labels: {},
    refresh: '10m',
    source: decision('9', 'silent until 24 h of history exist'),
  },
});
