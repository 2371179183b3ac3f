import { type DashboardRow } from '../../../kinds/dashboard';
import { promql } from '../../../kinds/selector';
import { trafficMetrics } from '../trafficMetrics';
import { type Content } from './content';

export const attempts = ({ select, alerts: { attemptRate, attemptSurge }, queries }: Content): DashboardRow => ({
  title: 'Are there more attempts than usual?',
  topic: 'trends',
  panels: [
    {
      title: 'Repair attempts, 1 h, and what is usual',
      question:
        'How many repair attempts did the trailing hour have, beside the mean hour of the week before? The line is too many whatever is usual.',
      draw: 'timeseries',
      data: [
        { kind: 'shape', shape: attemptRate.shape, legend: 'attempts' },
        { kind: 'promql', expr: `max(${promql(select(trafficMetrics.attemptsBaseline))})`, legend: 'usual' },
      ],
      threshold: attemptRate.threshold,
      colors: { attempts: 'blue', usual: 'text' },
      runbook: attemptRate.name,
      width: 8,
    },
    {
      title: 'Repair attempts, 1 h, as a multiple of the usual',
      question:
        'How many times the mean hour of the week before are the attempts of the trailing hour? No value until there is enough history.',
      draw: 'timeseries',
      data: { kind: 'shape', shape: attemptSurge.shape, legend: 'times the usual' },
      threshold: attemptSurge.threshold,
      runbook: attemptSurge.name,
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
      width: 8,
    },
  ],
});
