import { type Scenario } from '../../../tools/scenarios/scenario';

const attempts = 'genwatch_validation_events{job="genwatch-exporter", event="attempt", window="1h"}';
const baseline = 'genwatch_validation_attempts_baseline{job="genwatch-exporter"}';
const history = 'genwatch_validation_attempts_baseline_history_seconds{job="genwatch-exporter"}';

export const surgeAfterAnEvenWeek: Scenario = {
  name: 'after an even week a deployment breaks what the generator writes',
  about: ['ValidationAttemptSurge', 'ValidationAttemptRateHigh'],
  every: '5m',
  series: {
    [attempts]: '30 for 2h, 60 for 1h, 95 for 2h, 260 for 2h, 28 for 2h',
    // The baseline takes the surge in as its hours become full ones.
    [baseline]: '30 for 5h, 30.5 for 2h, 32.5 for 2h',
    [history]: '604800 for 9h',
  },
  looks: [
    { at: '1h', firing: [], because: 'an hour like all others' },
    { at: '150m', firing: [], because: 'twice the usual is not more than twice' },
    {
      at: '4h',
      firing: ['ValidationAttemptSurge warning'],
      because: 'three times the usual, and far from 200 an hour',
    },
    {
      at: '6h',
      firing: ['ValidationAttemptSurge warning', 'ValidationAttemptRateHigh warning'],
      because: 'a baseline that has begun to learn the surge does not excuse it',
    },
    { at: '8h', firing: [], because: 'the deployment was taken back' },
  ],
};
