import { type DashboardRow } from '../../../kinds/dashboard';
import { type Content } from './content';

export const performance = ({ alerts }: Content): DashboardRow => {
  const { duration, slowSpikes, heapHigh, heapTrend, heapLeak, contractMissing } = alerts;
  return {
    title: 'Is validating quick, and does its heap stay where it is?',
    topic: 'health',
    panels: [
      {
        title: 'Mean duration of a validation',
        question:
          'How long does a validation take on average? Without a value there were too few, or the application does not expose the metric.',
        draw: 'timeseries',
        data: { kind: 'shape', shape: duration.shape, legend: 'mean' },
        threshold: duration.threshold,
        runbook: [duration.name, contractMissing.name],
        width: 6,
      },
      {
        title: 'Share of slow validations',
        question: 'Which share of the validations of the trailing hour was slow?',
        draw: 'timeseries',
        data: { kind: 'shape', shape: slowSpikes.shape, legend: 'slow' },
        threshold: slowSpikes.threshold,
        runbook: slowSpikes.name,
        width: 6,
      },
      {
        title: 'Heap in use',
        question: 'How much heap does each validating process use, at its highest of the last minutes?',
        draw: 'timeseries',
        data: { kind: 'shape', shape: heapHigh.shape, legend: '{{instance}}' },
        threshold: heapHigh.threshold,
        runbook: heapHigh.name,
        width: 6,
      },
      {
        title: 'Growth of the heap',
        question:
          'How many times as high as hours ago are the low points of each heap? Over the line it is trending up; over it twice in a row it leaks. No value until enough hours are known.',
        draw: 'timeseries',
        data: { kind: 'shape', shape: heapTrend.shape, legend: '{{instance}}' },
        threshold: heapTrend.threshold,
        runbook: [heapTrend.name, heapLeak.name],
        width: 6,
      },
    ],
  };
};
