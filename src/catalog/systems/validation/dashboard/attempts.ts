import { type DashboardRow } from '../../../kinds/dashboard';
import { type Content } from './content';

export const attempts = ({ alerts: { attemptRate }, queries }: Content): DashboardRow => ({
  title: 'Are there more attempts than usual?',
  panels: [
    {
      title: 'Repair attempts, 1 h',
      question: 'How many repair attempts did the trailing hour have, whatever is usual?',
      draw: 'timeseries',
      data: { kind: 'shape', shape: attemptRate.shape, legend: 'attempts' },
      threshold: attemptRate.threshold,
      runbook: attemptRate.name,
      width: 12,
    },
    {
      title: 'Repair attempts per ${step}',
      question: 'How many repair attempts at the chosen scenes did each whole interval of the range have?',
      draw: 'timeseries',
      data: {
        kind: 'sql',
        query: queries.attemptsOverTime,
        lines: { time: 'bucket_start', legends: { attempts: 'attempts' } },
      },
      unit: 'count',
      width: 12,
    },
  ],
});
