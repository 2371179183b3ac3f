import { metrics } from '../kinds/metric';
import { own } from '../kinds/source';

/** What Prometheus writes for every target of every system. */
export const { up } = metrics({
  up: {
    name: 'up',
    type: 'gauge',
    help: 'Whether the last scrape of a target answered',
    producer: 'prometheus',
    labels: { job: { atMost: 20, of: 'scrape jobs' }, instance: { atMost: 100, of: 'scrape targets' } },
    refresh: '10s',
    source: own('written by Prometheus for every target'),
  },
});
