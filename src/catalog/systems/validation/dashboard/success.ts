import { type DashboardRow } from '../../../kinds/dashboard';
import { promql } from '../../../kinds/selector';
import { validationMetrics as metrics } from '../metrics';
import { type Content } from './content';

export const success = ({ select, alerts: { successRate }, queries }: Content): DashboardRow => ({
  title: 'Does repair succeed?',
  topic: 'trends',
  panels: [
    {
      title: 'Success rate, 24 h',
      question:
        'How did the success rate of the trailing 24 hours move, against its target and its alert levels? With too few chains there is no rate.',
      draw: 'timeseries',
      data: { kind: 'shape', shape: successRate.shape, legend: 'fixed' },
      threshold: successRate.threshold,
      runbook: successRate.name,
      width: 12,
    },
    {
      title: 'Chains by outcome, 24 h',
      question:
        'How many repair chains ended fixed, were given up or abandoned in the trailing 24 hours, and how many are open?',
      draw: 'timeseries',
      data: {
        kind: 'promql',
        expr: `max by (outcome) (${promql(select(metrics.chains, { window: '24h' }))})`,
        legend: '{{outcome}}',
      },
      unit: 'count',
      colors: { fixed: 'green', gave_up: 'red', abandoned: 'orange', open: 'blue' },
      width: 12,
    },
    {
      title: 'Success per day, ours and as documented',
      question:
        'Which share of the chains that ended on a day ended fixed? As documented, messages are counted instead of chains, successes apart from attempts, so that rate differs and can pass 100 %. The last day is not over.',
      draw: 'timeseries',
      data: [
        { kind: 'sql', query: queries.successPerDay, lines: { time: 'day', legends: { success_rate: 'ours' } } },
        {
          kind: 'sql',
          query: queries.documentedSuccessPerDay,
          lines: { time: 'date', legends: { success_rate_percent: 'as documented' } },
        },
      ],
      threshold: successRate.threshold,
      runbook: successRate.name,
      colors: { ours: 'green', 'as documented': 'purple' },
      range: '30d',
      width: 24,
    },
  ],
});
