import { type Scenario } from '../../../tools/scenarios/scenario';

const finished = (hours: string) => `genwatch_generation_finished{job="genwatch-exporter", hours="${hours}"}`;
const attempts = (outcome: string) =>
  `genwatch_generation_attempts{job="genwatch-exporter", outcome="${outcome}", window="1h"}`;

export const generatorStops: Scenario = {
  name: 'the generator stops in the morning of a working day, as it did not a week ago',
  about: ['GenerationSilent', 'GenerationFailureRateHigh'],
  every: '10m',
  series: {
    // At night four at most are missed.
    [finished('same_6h_last_week')]: '4 for 4h, 5 growing by 1 for 10h, 65 for 6h',
    // What came in the evening has left the six hours when the night is over.
    [finished('last_6h')]: '40 growing by -4 for 2h, 0 for 14h, 1 growing by 1 for 4h',
    [attempts('success')]: '9 for 1h, 0 for 15h, 3 for 4h',
    [attempts('failure')]: '2 for 1h, 0 for 19h',
  },
  looks: [
    { at: '1h', firing: [], because: 'the evening is not silent' },
    { at: '3h', firing: [], because: 'a week ago hardly anybody was there at night either' },
    { at: '5h', firing: ['GenerationSilent warning'], because: 'a week ago people were at work by now' },
    { at: '15h', firing: ['GenerationSilent warning'], because: 'no attempt has no rate, so nothing else would tell' },
    { at: '17h', firing: [], because: 'the first generation came to its end' },
  ],
};
