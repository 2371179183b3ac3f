import { metrics } from '../../kinds/metric';
import { own } from '../../kinds/source';

/** What Genwatch says of itself. */
export const platformMetrics = metrics({
  up: {
    name: 'up',
    type: 'gauge',
    help: 'Whether the last scrape of a target answered',
    producer: 'prometheus',
    labels: { job: { atMost: 20, of: 'scrape jobs' }, instance: { atMost: 100, of: 'scrape targets' } },
    refresh: '10s',
    source: own('written by Prometheus for every target'),
  },
  sourceUp: {
    name: 'genwatch_exporter_source_up',
    type: 'gauge',
    help: 'Whether the last refresh of a query succeeded',
    producer: 'exporter',
    labels: { source: { atMost: 50, of: 'queries with a tier' } },
    source: own('a failing source must be seen'),
  },
  sourceAge: {
    name: 'genwatch_exporter_source_age_seconds',
    type: 'gauge',
    help: 'Time since the values of a query were read',
    producer: 'exporter',
    labels: { source: { atMost: 50, of: 'queries with a tier' } },
    source: own('stale values are served with their age'),
  },
  sourceDuration: {
    name: 'genwatch_exporter_source_duration_seconds',
    type: 'gauge',
    help: 'How long the last successful refresh of a query took',
    producer: 'exporter',
    labels: { source: { atMost: 50, of: 'queries with a tier' } },
    source: own('tells how near a query is to its timeout'),
  },
});
