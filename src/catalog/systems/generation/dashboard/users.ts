import { type DashboardRow } from '../../../kinds/dashboard';
import { promql } from '../../../kinds/selector';
import { generationMetrics as metrics } from '../metrics';
import { type Content } from './content';

export const users = ({ select, queries }: Content): DashboardRow => ({
  title: 'Whom does it hurt?',
  topic: 'errors',
  panels: [
    {
      title: 'Affected users and projects, ${window}',
      question: 'For how many different users, and in how many projects, did a generation of the trailing window fail?',
      draw: 'timeseries',
      data: [
        {
          kind: 'promql',
          expr: `max(${promql(select(metrics.usersAffected, { window: '$window' }))})`,
          legend: 'users',
        },
        {
          kind: 'promql',
          expr: `max(${promql(select(metrics.projectsAffected, { window: '$window' }))})`,
          legend: 'projects',
        },
      ],
      unit: 'count',
      colors: { users: 'blue', projects: 'purple' },
      width: 8,
    },
    {
      title: 'Affected users',
      question:
        'Whose generations failed in the range, again and again, and who never succeeded after that? Names are pseudonyms.',
      draw: 'table',
      data: { kind: 'sql', query: queries.userImpact },
      width: 16,
    },
  ],
});
