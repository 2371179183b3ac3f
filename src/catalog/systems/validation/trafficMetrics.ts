import { metrics } from '../../kinds/metric';
import { decision, quote } from '../../kinds/source';

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
  requests: {
    name: 'genwatch_validation_requests',
    type: 'gauge',
    help: 'Requests of users: ended ones by what became of them in the window, open ones as they are now',
    producer: 'exporter',
    labels: { outcome: ['completed', 'replaced', 'unanswered', 'open'], window: ['24h'] },
    refresh: '1m',
    source: quote('validation', '5.2', 'Overall code generation success rate'),
  },
  messages: {
    name: 'genwatch_validation_messages',
    type: 'gauge',
    help: 'Messages of anybody, and those of them that are an event of a repair',
    producer: 'exporter',
    labels: { kind: ['any', 'event'], window: ['6h'] },
    refresh: '1m',
    source: decision('8', 'traffic but no events at all'),
  },
});
