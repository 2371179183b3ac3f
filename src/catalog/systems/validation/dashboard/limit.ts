import { type DashboardRow } from '../../../kinds/dashboard';
import { type Content } from './content';

export const limit = ({ alerts: { attemptLimit }, queries }: Content): DashboardRow => ({
  title: 'Does the attempt limit hold?',
  topic: 'health',
  panels: [
    {
      title: 'Longest chain, 24 h',
      question: 'How many attempts has the longest repair chain of a named scene?',
      draw: 'timeseries',
      data: { kind: 'shape', shape: attemptLimit.shape, legend: 'attempts' },
      threshold: attemptLimit.threshold,
      runbook: attemptLimit.name,
      width: 12,
    },
    {
      title: 'Attempts per chain',
      question:
        'How many repair chains of the chosen scenes took how many attempts in the range? Red ones are over the limit.',
      draw: 'bars',
      data: { kind: 'sql', query: queries.chainLengths },
      unit: 'count',
      colors: { within_limit: 'green', over_limit: 'red' },
      runbook: attemptLimit.name,
      width: 12,
    },
    {
      title: 'Chains over the limit',
      question:
        'Which chats and scenes went past the attempt limit in the range? An empty table is the good case. Scenes without a name are listed, but never alert.',
      draw: 'table',
      data: { kind: 'sql', query: queries.offenders },
      runbook: attemptLimit.name,
      width: 24,
    },
  ],
});
