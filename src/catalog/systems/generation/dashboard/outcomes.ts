import { type DashboardRow } from '../../../kinds/dashboard';
import { promql } from '../../../kinds/selector';
import { generationMetrics as metrics } from '../metrics';
import { type Content } from './content';

export const outcomes = ({ select, alerts: { failureRate, silent }, queries }: Content): DashboardRow => ({
  title: 'How do generations end?',
  topic: 'trends',
  panels: [
    {
      title: 'Failure rate, 1 h',
      question: 'How did the share of failed generations of the trailing hour move, against its alert level?',
      draw: 'timeseries',
      data: { kind: 'shape', shape: failureRate.shape, legend: 'failed' },
      threshold: failureRate.threshold,
      runbook: failureRate.name,
      width: 8,
    },
    {
      title: 'Generations by outcome, ${window}',
      question: 'How many generations of the trailing window succeeded, and how many failed?',
      draw: 'timeseries',
      data: {
        kind: 'promql',
        expr: `max by (outcome) (${promql(select(metrics.attempts, { window: '$window' }))})`,
        legend: '{{outcome}}',
      },
      unit: 'count',
      colors: { success: 'green', failure: 'red' },
      width: 8,
    },
    {
      title: 'Missed generations, 6 h',
      question:
        'How many generations did the same six hours of a week ago have, while there is none now? No value while there are some.',
      draw: 'timeseries',
      data: { kind: 'shape', shape: silent.shape, legend: 'missed' },
      threshold: silent.threshold,
      runbook: silent.name,
      width: 8,
    },
    {
      title: 'Generations per ${step}',
      question: 'How many generations succeeded and failed in each whole interval of the range?',
      draw: 'timeseries',
      data: {
        kind: 'sql',
        query: queries.outcomesOverTime,
        lines: { time: 'start', legends: { successes: 'success', failures: 'failure' } },
      },
      unit: 'count',
      colors: { success: 'green', failure: 'red' },
      width: 24,
    },
    {
      title: 'Health of the last hour',
      question: 'What does the documented health check say, when every occurrence counts?',
      draw: 'table',
      data: { kind: 'sql', query: queries.health },
      runbook: failureRate.name,
      width: 12,
      height: 4,
    },
    {
      title: 'Health of the last hour, as documented',
      question:
        'What does the health check say of rows that are de-duplicated? The same error counts once, in the hour in which it began: failures are too few.',
      draw: 'table',
      data: { kind: 'sql', query: queries.documentedHealth },
      width: 12,
      height: 4,
    },
  ],
});
