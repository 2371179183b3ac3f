import { type DashboardRow } from '../../../kinds/dashboard';
import { type Content } from './content';

export const users = ({ queries }: Content): DashboardRow => ({
  title: 'How do the weeks compare, and what do users meet?',
  topic: 'trends',
  panels: [
    {
      title: 'Performance per week',
      question:
        'How many repair attempts did each week see, in how many chats, and how did the chains end that ended in it? A week that is not over is partial.',
      draw: 'table',
      data: { kind: 'sql', query: queries.weekly },
      range: '28d',
      width: 24,
      height: 7,
    },
    {
      title: 'Performance per week, as documented (4 weeks)',
      question:
        'What does the documented weekly overview say? It counts every chat as a project, and its first week is cut off.',
      draw: 'table',
      data: { kind: 'sql', query: queries.documentedWeekly },
      width: 24,
      height: 7,
    },
    {
      title: 'What a message meets per day, ours and as documented',
      question:
        'How many errors told and repairs made came on each message of a user? As documented it is the mean of the ratios of sessions, which end at midnight. The last day is not over.',
      draw: 'timeseries',
      data: [
        {
          kind: 'sql',
          query: queries.userExperience,
          lines: { time: 'day', legends: { errors_per_message: 'errors', fixes_per_message: 'repairs' } },
        },
        {
          kind: 'sql',
          query: queries.documentedUserExperience,
          lines: {
            time: 'date',
            legends: { avg_error_rate: 'errors, as documented', avg_fix_rate: 'repairs, as documented' },
          },
        },
      ],
      unit: 'count',
      colors: { errors: 'red', repairs: 'blue', 'errors, as documented': 'orange', 'repairs, as documented': 'purple' },
      range: '7d',
      width: 24,
    },
  ],
});
