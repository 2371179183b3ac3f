import { type DashboardRow } from '../../../kinds/dashboard';
import { promql } from '../../../kinds/selector';
import { generationMetrics as metrics } from '../metrics';
import { type Content } from './content';

export const now = ({ select, alerts: { failureRate } }: Content): DashboardRow => ({
  title: 'Does the generator work now?',
  topic: 'health',
  panels: [
    {
      title: 'Failure rate',
      question:
        'Which share of the generations of the last hour failed? Red: more than half. With too few attempts there is no rate.',
      draw: 'stat',
      data: { kind: 'shape', shape: failureRate.shape, legend: 'failed' },
      threshold: failureRate.threshold,
      runbook: failureRate.name,
      width: 5,
    },
    {
      title: 'Generations of the last hour',
      question: 'How many generations succeeded and how many failed in the last hour? Zeros were counted.',
      draw: 'stat',
      data: {
        kind: 'promql',
        expr: `max by (outcome) (${promql(select(metrics.attempts, { window: '1h' }))})`,
        legend: '{{outcome}}',
      },
      unit: 'count',
      colors: { success: 'green', failure: 'red' },
      width: 6,
    },
    {
      title: 'Firing alerts',
      question:
        'Which alerts of the generator fire now, and for how long are they true? "No data" means that none does.',
      draw: 'table',
      data: { kind: 'firing' },
      width: 13,
    },
  ],
});
