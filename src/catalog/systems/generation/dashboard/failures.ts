import { type DashboardRow } from '../../../kinds/dashboard';
import { promql } from '../../../kinds/selector';
import { generationMetrics as metrics } from '../metrics';
import { type Content } from './content';

export const failures = ({
  select,
  alerts: { aiTimeouts, rateLimited, criticalError },
  queries,
}: Content): DashboardRow => ({
  title: 'What fails?',
  topic: 'errors',
  panels: [
    {
      title: 'Timeouts and limits of the model, 1 h',
      question: 'How many generations of the trailing hour failed because the model took too long, or refused?',
      draw: 'timeseries',
      data: [
        { kind: 'shape', shape: aiTimeouts.shape, legend: 'timeouts' },
        { kind: 'shape', shape: rateLimited.shape, legend: 'rate limits' },
      ],
      threshold: aiTimeouts.threshold,
      colors: { timeouts: 'orange', 'rate limits': 'purple' },
      runbook: [aiTimeouts.name, rateLimited.name],
      width: 8,
    },
    {
      title: 'Critical errors, 1 h',
      question: 'How many failures of the trailing hour did the application call critical? Zero is the good case.',
      draw: 'timeseries',
      data: { kind: 'shape', shape: criticalError.shape, legend: 'critical' },
      threshold: criticalError.threshold,
      runbook: criticalError.name,
      width: 8,
    },
    {
      title: 'Failures by category, ${window}',
      question: 'What did the failures of the trailing window fail of? Unknown is what no pattern names.',
      draw: 'timeseries',
      data: {
        kind: 'promql',
        expr: `max by (category) (${promql(select(metrics.failuresByCategory, { window: '$window' }))})`,
        legend: '{{category}}',
      },
      unit: 'count',
      width: 8,
    },
    {
      title: 'Failures by severity',
      question: 'How severe were the failures of the range, the worst first?',
      draw: 'table',
      data: { kind: 'sql', query: queries.severities },
      width: 8,
    },
    {
      title: 'Most frequent failures',
      question:
        'Which errors happened most often in the range, to how many users, and which test came of them? One row an error, whatever its ids, numbers and paths.',
      draw: 'table',
      data: { kind: 'sql', query: queries.failures },
      width: 16,
    },
  ],
});
