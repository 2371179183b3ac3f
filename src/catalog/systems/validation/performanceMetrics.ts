import { metrics } from '../../kinds/metric';
import { decision } from '../../kinds/source';

/** What the validated application has to expose itself: no table holds it. */
export const performanceMetrics = metrics({
  duration: {
    name: 'codegen_validation_duration_seconds',
    type: 'histogram',
    help: 'How long one validation took, with its fixes',
    producer: 'application',
    labels: {},
    buckets: ['0.01', '0.025', '0.05', '0.1', '0.2', '0.5', '1', '2.5'],
    source: decision('16', 'They are a metric contract'),
  },
  heap: {
    name: 'codegen_validation_heap_used_bytes',
    type: 'gauge',
    help: 'Heap in use by the process that validates',
    producer: 'application',
    labels: { instance: { atMost: 100, of: 'instances of the application' } },
    source: decision('16', 'They are a metric contract'),
  },
});
