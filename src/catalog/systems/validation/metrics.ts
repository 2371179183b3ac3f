import { metrics } from '../../kinds/metric';
import { decision, own, quote } from '../../kinds/source';

/** What the exporter makes of the messages table. Counts are of the `window` that ends now. */
export const validationMetrics = metrics({
  chains: {
    name: 'genwatch_validation_chains',
    type: 'gauge',
    help: 'Repair chains: finished ones by how they ended in the window, open ones as they are now',
    producer: 'exporter',
    labels: { outcome: ['fixed', 'gave_up', 'abandoned', 'open'], window: ['24h'] },
    refresh: '1m',
    source: decision('2', 'Finished = fixed + gave_up + abandoned'),
  },
  longestChain: {
    name: 'genwatch_validation_chain_attempts_max',
    type: 'gauge',
    help: 'Attempts of the longest repair chain whose last attempt is in the window',
    producer: 'exporter',
    labels: { scene: ['named', 'unnamed'], window: ['24h'] },
    refresh: '1m',
    source: decision('3', 'NULL is its own group'),
  },
  events: {
    name: 'genwatch_validation_events',
    type: 'gauge',
    help: 'Messages of the assistant that are an event of a repair; a trip is the circuit breaker giving up',
    producer: 'exporter',
    labels: { event: ['attempt', 'success', 'trip'], window: ['1h', '24h'] },
    refresh: '1m',
    source: decision('4', 'A trip is either phrase'),
  },
  unknownAttempts: {
    name: 'genwatch_validation_unknown_attempts',
    type: 'gauge',
    help: 'Repair attempts whose error no pattern knows',
    producer: 'exporter',
    labels: { window: ['1h', '24h'] },
    refresh: '1m',
    source: quote('validation', '3.2.1', 'Alert on unknown error patterns'),
  },
  unknownTemplates: {
    name: 'genwatch_validation_unknown_templates',
    type: 'gauge',
    help: 'Templates that the exporter mined out of the repair attempts whose error no pattern knows, of seven days',
    producer: 'exporter',
    labels: {},
    refresh: '5m',
    source: own('tells many rows of one new error from many new errors'),
  },
});
