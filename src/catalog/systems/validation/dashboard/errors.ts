import { type DashboardRow } from '../../../kinds/dashboard';
import { promql } from '../../../kinds/selector';
import { validationMetrics as metrics } from '../metrics';
import { type Content } from './content';

export const errors = ({
  select,
  alerts: { circuitBreaker, newPatterns, silence },
  queries,
}: Content): DashboardRow => ({
  title: 'Which errors stand behind the repairs?',
  topic: 'errors',
  panels: [
    {
      title: 'Circuit breaker trips, 1 h',
      question: 'How often did the circuit breaker end a repair in the trailing hour? Zero is the good case.',
      draw: 'timeseries',
      data: { kind: 'shape', shape: circuitBreaker.shape, legend: 'trips' },
      threshold: circuitBreaker.threshold,
      runbook: circuitBreaker.name,
      width: 8,
    },
    {
      title: 'Unknown errors, 1 h',
      question: 'How many repair attempts of the trailing hour name an error that no pattern knows?',
      draw: 'timeseries',
      data: { kind: 'shape', shape: newPatterns.shape, legend: 'attempts' },
      threshold: newPatterns.threshold,
      runbook: newPatterns.name,
      width: 8,
    },
    {
      title: 'Events of repairs, ${window}',
      question:
        'How many attempts, successes and trips did the trailing window have? None for hours while there are messages is an alert of its own.',
      draw: 'timeseries',
      data: {
        kind: 'promql',
        expr: `max by (event) (${promql(select(metrics.events, { window: '$window' }))})`,
        legend: '{{event}}',
      },
      unit: 'count',
      colors: { attempt: 'blue', success: 'green', trip: 'red' },
      runbook: silence.name,
      width: 8,
    },
    {
      title: 'Error patterns',
      question: 'Which errors do the repair attempts at the chosen scenes name in the range, and in how many chats?',
      draw: 'table',
      data: { kind: 'sql', query: queries.errorPatterns },
      width: 24,
    },
  ],
});
