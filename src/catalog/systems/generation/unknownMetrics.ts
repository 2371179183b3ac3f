import { metrics } from '../../kinds/metric';
import { own } from '../../kinds/source';

/** What the exporter makes of the failures that no category knows. */
export const unknownMetrics = metrics({
  unknownTemplates: {
    name: 'genwatch_generation_unknown_templates',
    type: 'gauge',
    help: 'Templates that the exporter mined out of the failures of no known category, of seven days',
    producer: 'exporter',
    labels: {},
    refresh: '1m',
    source: own('tells many rows of one new error from many new errors'),
  },
});
