import { type DashboardRow } from '../../../kinds/dashboard';
import { type Content } from './content';

export const generation = ({ alerts: { generationSuccess }, queries }: Content): DashboardRow => ({
  title: 'Is what users ask for made?',
  topic: 'trends',
  panels: [
    {
      title: 'Generation success, 24 h',
      question:
        'Which share of the requests of users in the trailing 24 hours got their scene, against its target and its alert level? With too few requests there is no rate.',
      draw: 'timeseries',
      data: { kind: 'shape', shape: generationSuccess.shape, legend: 'completed' },
      threshold: generationSuccess.threshold,
      runbook: generationSuccess.name,
      width: 12,
    },
    {
      title: 'Generation success per day, ours and as documented',
      question:
        'How many scenes were made for each one that a user asked for on a day? The documented rate misses "Create" and takes "padding" for a request. The last day is not over.',
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
