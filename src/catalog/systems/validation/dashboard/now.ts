import { type DashboardRow, type State } from '../../../kinds/dashboard';
import { COLOURS, NO_DATA } from '../../../kinds/light';
import { type Content } from './content';

const LIGHT: readonly State[] = [
  { value: COLOURS.green, text: 'green', color: 'green' },
  { value: COLOURS.yellow, text: 'yellow', color: 'yellow' },
  { value: COLOURS.red, text: 'red', color: 'red' },
];

export const now = ({ light }: Content): DashboardRow => ({
  title: 'Is all well now?',
  topic: 'health',
  panels: [
    {
      title: 'Light',
      question:
        'Is the validator well? Green, yellow: watch it, red: act at once. It is the worst of its inputs, never greener than yellow while an alert fires, and unknown while a required input has no data.',
      draw: 'stat',
      data: { kind: 'promql', expr: light.record, legend: 'light' },
      unit: 'count',
      states: LIGHT,
      width: 4,
    },
    {
      title: 'What the light is made of',
      question: 'Which input made the light yellow or red, and since when? Without data an input says so.',
      draw: 'states',
      data: { kind: 'promql', expr: `max by (input) (${light.inputRecord})`, legend: '{{input}}' },
      unit: 'count',
      states: [...LIGHT, { value: NO_DATA, text: 'no data', color: 'text' }],
      width: 11,
    },
    {
      title: 'Firing alerts',
      question:
        'Which alerts of the validator fire now, and for how long are they true? "No data" means that none does.',
      draw: 'table',
      data: { kind: 'firing' },
      width: 9,
    },
  ],
});
