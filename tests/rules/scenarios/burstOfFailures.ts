import { type Scenario } from '../../../tools/scenarios/scenario';

const attempts = (outcome: string) =>
  `genwatch_generation_attempts{job="genwatch-exporter", outcome="${outcome}", window="1h"}`;
const failures = (category: string) =>
  `genwatch_generation_failures_by_category{job="genwatch-exporter", category="${category}", window="1h"}`;

export const burstOfFailures: Scenario = {
  name: 'most generations fail on a limit of the model, for which a test is made and reviewed',
  about: [
    'GenerationFailureRateHigh',
    'GenerationRateLimited',
    'GenerationErrorRepeated',
    'GenerationStrikesUnanswered',
    'GenerationSilent',
  ],
  every: '15s',
  series: {
    [attempts('success')]: '4 for 100m',
    [attempts('failure')]: '0 for 10m, 1 growing by 1 for 2m, 9 for 58m, 0 for 30m',
    [failures('rate_limit')]: '0 for 10m, 1 growing by 1 for 2m, 9 for 58m, 0 for 30m',
    'genwatch_generation_repeated_failures{job="genwatch-exporter", window="7d"}': '0 for 10m, 9 for 20m, 0 for 70m',
    // The trigger left the strikes to the queue, which was swept a minute later.
    'genwatch_generation_strikes_unanswered{job="genwatch-exporter"}': '0 for 11m, 1 for 1m, 0 for 88m',
    'genwatch_generation_finished{job="genwatch-exporter", hours="last_6h"}': '24 for 100m',
    'genwatch_generation_finished{job="genwatch-exporter", hours="same_6h_last_week"}': '80 for 100m',
  },
  looks: [
    { at: '9m', firing: [], because: 'four successes are too few for a rate' },
    {
      at: '14m',
      firing: ['GenerationFailureRateHigh critical', 'GenerationRateLimited warning', 'GenerationErrorRepeated info'],
      because:
        'nine of thirteen failed, all of one kind, and its test waits for a review; that it came late is no news',
    },
    {
      at: '40m',
      firing: ['GenerationFailureRateHigh critical', 'GenerationRateLimited warning'],
      because: 'somebody has reviewed the test, which mends nothing yet',
    },
    { at: '75m', firing: [], because: 'an hour after the last failure the window is empty' },
  ],
};
