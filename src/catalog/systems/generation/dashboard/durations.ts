import { type DashboardRow } from '../../../kinds/dashboard';
import { promql } from '../../../kinds/selector';
import { generationMetrics as metrics } from '../metrics';
import { type Content } from './content';

export const durations = ({ select, queries }: Content): DashboardRow => ({
  title: 'What does a generation take?',
  topic: 'trends',
  panels: [
    {
      title: 'Duration of generation and build, ${window}',
      question: 'How long did a successful generation and its build take, in the middle and at the slow end?',
      draw: 'timeseries',
      data: [
        {
          kind: 'promql',
          expr: `max by (quantile) (${promql(select(metrics.duration, { window: '$window' }))})`,
          legend: 'generation, quantile {{quantile}}',
        },
        {
          kind: 'promql',
          expr: `max by (quantile) (${promql(select(metrics.build, { window: '$window' }))})`,
          legend: 'build, quantile {{quantile}}',
        },
      ],
      unit: 'seconds',
      width: 24,
    },
    {
      title: 'Generations by framework',
      question:
        'How did the generations of each framework end in the range? "other" is every framework that is not named.',
      draw: 'table',
      data: { kind: 'sql', query: queries.frameworks },
      width: 12,
    },
    {
      title: 'Phases',
      question: 'Which phases did the successful generations of the range go through, and how long did each take?',
      draw: 'table',
      data: { kind: 'sql', query: queries.phases },
      width: 12,
    },
    {
      title: 'Durations, memory and files by framework',
      question:
        'What did the successful generations of the range take and write? Empty where the application does not tell.',
      draw: 'table',
      data: { kind: 'sql', query: queries.durations },
      width: 24,
    },
  ],
});
