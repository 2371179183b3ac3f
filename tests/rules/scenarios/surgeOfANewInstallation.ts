import { type Scenario } from '../../../tools/scenarios/scenario';

const attempts = 'genwatch_validation_events{job="genwatch-exporter", event="attempt", window="1h"}';
const baseline = 'genwatch_validation_attempts_baseline{job="genwatch-exporter"}';
const history = 'genwatch_validation_attempts_baseline_history_seconds{job="genwatch-exporter"}';

export const surgeOfANewInstallation: Scenario = {
  name: 'the first two days of an installation with little traffic',
  about: ['ValidationAttemptSurge'],
  every: '10m',
  series: {
    [attempts]: '40 for 20h, 3 for 10h, 15 for 4h, 23 for 4h, gone for 1h, 21 for 3h, 0 for 6h',
    [baseline]: 'gone for 2h, 1.5 for 46h',
    // How much is known grows with the hours, ten minutes at a time.
    [history]: '0 growing by 600 for 48h',
  },
  looks: [
    { at: '1h', firing: [], because: 'nothing is usual yet' },
    { at: '19h', firing: [], because: 'of less than a day nothing is known of the night' },
    { at: '28h', firing: [], because: 'twice a baseline of one and a half, and both are below ten' },
    { at: '33h', firing: [], because: 'ten times the baseline, which counts as ten' },
    { at: '37h', firing: ['ValidationAttemptSurge warning'], because: 'more than twice ten' },
    { at: '38h', firing: ['ValidationAttemptSurge warning'], because: 'ten minutes without values end no surge' },
    { at: '2330m', firing: [], because: 'after a quarter of an hour nobody knows' },
    { at: '41h', firing: ['ValidationAttemptSurge warning'], because: 'the values are back, and still too high' },
    { at: '47h', firing: [], because: 'no attempts at all are no surge' },
  ],
};
