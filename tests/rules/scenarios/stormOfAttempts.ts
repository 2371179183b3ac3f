import { type Scenario } from '../../../tools/scenarios/scenario';

const attempts = (instance: string, window = '1h') =>
  `genwatch_validation_events{job="genwatch-exporter", instance="${instance}", event="attempt", window="${window}"}`;

export const stormOfAttempts: Scenario = {
  name: 'a storm of attempts, seen by two exporters that do not read at the same time',
  about: ['ValidationAttemptRateHigh', 'ValidationNewErrorPattern'],
  every: '1m',
  series: {
    [attempts('a:1')]: '40 for 30m, 230 for 30m, 60 for 30m',
    [attempts('b:1')]: '40 for 35m, 230 for 30m, 60 for 25m',
    [attempts('a:1', '24h')]: '900 for 90m',
    'genwatch_validation_unknown_attempts{job="genwatch-exporter", window="1h"}': '0 for 40m, 3 for 10m, 0 for 40m',
    'genwatch_validation_unknown_attempts{job="genwatch-exporter", window="24h"}': '12 for 90m',
  },
  looks: [
    { at: '20m', firing: [], because: 'two replicas of 40 are 40' },
    { at: '32m', firing: ['ValidationAttemptRateHigh warning'], because: 'the one that read last knows best' },
    {
      at: '45m',
      firing: ['ValidationAttemptRateHigh warning', 'ValidationNewErrorPattern warning'],
      because: 'among the attempts are three with an error that nobody named',
    },
    {
      at: '62m',
      firing: ['ValidationAttemptRateHigh warning'],
      because: 'while one replica still counts it, the storm is not over; the unknown errors were named',
    },
    { at: '85m', firing: [], because: 'both have seen its end, and a busy day is no busy hour' },
  ],
};
