import { type DashboardRow } from '../../../kinds/dashboard';
import { type Content } from './content';

export const generation = ({ alerts: { generationSuccess }, queries }: Content): DashboardRow => ({
  title: 'Is what users ask for made?',
  panels: [
    {
      title: 'Generation success, 24 h',
      question:
        "Which share of users' requests that ended in the trailing 24 hours got its scene, before the chat's next request and within an hour?",
      draw: 'timeseries',
      data: { kind: 'shape', shape: generationSuccess.shape, legend: 'completed' },
      threshold: generationSuccess.threshold,
      runbook: generationSuccess.name,
      width: 12,
    },
    {
      title: 'Generation success per day, ours and as documented',
      question:
        'Which share of the requests that ended on a day got its scene? The documented rate counts both apart, misses "Create" and takes "padding" for a request. The last day is not over.',
      draw: 'timeseries',
      data: [
        { kind: 'sql', query: queries.generationSuccess, lines: { time: 'day', legends: { success_rate: 'ours' } } },
        {
          kind: 'sql',
          query: queries.documentedGenerationSuccess,
          lines: { time: 'date', legends: { generation_success_rate: 'as documented' } },
        },
      ],
      unit: 'percent',
      colors: { ours: 'green', 'as documented': 'purple' },
      range: '30d',
      width: 12,
    },
  ],
});
