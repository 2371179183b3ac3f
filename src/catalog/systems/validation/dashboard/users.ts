import { type DashboardRow } from '../../../kinds/dashboard';
import { type Content } from './content';

export const users = ({ queries }: Content): DashboardRow => ({
  title: 'How do the weeks compare, and what do users meet?',
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
      title: 'User experience per day',
      question: 'How many errors and repairs did users meet per message of theirs, and how many sessions had none?',
      draw: 'table',
      data: { kind: 'sql', query: queries.userExperience },
      range: '7d',
      width: 24,
      height: 10,
    },
    {
      title: 'User experience per day, as documented (7 days)',
      question: 'What does the documented mean of the ratios of sessions say? A session ends at midnight there.',
      draw: 'table',
      data: { kind: 'sql', query: queries.documentedUserExperience },
      width: 24,
      height: 10,
    },
  ],
});
