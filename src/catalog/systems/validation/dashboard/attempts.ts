import { type DashboardRow } from '../../../kinds/dashboard';
import { type Content } from './content';

export const attempts = ({ alerts: { attemptRate, attemptSurge, silence }, queries }: Content): DashboardRow => ({
  title: 'Are there more attempts than usual?',
  panels: [
    {
      title: 'Repair attempts, 1 h',
      question: 'How many repair attempts did the trailing hour have, whatever is usual?',
      draw: 'timeseries',
      data: { kind: 'shape', shape: attemptRate.shape, legend: 'attempts' },
      threshold: attemptRate.threshold,
      runbook: attemptRate.name,
      width: 8,
    },
    {
      title: 'Repair attempts against the week, 1 h',
      question:
        'How many times the attempts of a mean hour of the week before did the trailing hour have? There is no value before a day of history exists.',
      draw: 'timeseries',
      data: { kind: 'shape', shape: attemptSurge.shape, legend: 'times the mean hour' },
      threshold: attemptSurge.threshold,
      runbook: attemptSurge.name,
      width: 8,
    },
    {
      title: 'Messages without repair events, 6 h',
      question:
        'How many messages did the trailing six hours have while none of them was an event of a repair? "No data" is the good case.',
      draw: 'stat',
      data: { kind: 'shape', shape: silence.shape, legend: 'messages' },
      threshold: silence.threshold,
      runbook: silence.name,
      width: 8,
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
      width: 24,
    },
  ],
});
