import { type Scenario } from '../../../tools/scenarios/scenario';

export const exporterRestart: Scenario = {
  name: 'an exporter is restarted in the middle of a long repair',
  about: ['ValidationAttemptLimit', 'GenwatchExporterUnreachable'],
  every: '15s',
  series: {
    'genwatch_validation_chain_attempts_max{job="genwatch-exporter", scene="named", window="24h"}':
      '3 for 10m, 5 for 10m, gone for 2m, 6 for 8m, 2 for 10m',
    'genwatch_validation_chain_attempts_max{job="genwatch-exporter", scene="unnamed", window="24h"}': '9 for 40m',
    'up{job="genwatch-exporter", instance="a:1"}': '1 for 20m, 0 for 2m, 1 for 18m',
  },
  looks: [
    { at: '9m', firing: [], because: 'three attempts are allowed, and a chat without a scene never alerts by itself' },
    { at: '12m', firing: ['ValidationAttemptLimit critical'], because: 'the chain has five attempts' },
    {
      at: '21m',
      firing: ['ValidationAttemptLimit critical', 'GenwatchExporterUnreachable critical'],
      because: 'what was known last holds while nobody can look, and that nobody can is told beside it',
    },
    { at: '24m', firing: ['ValidationAttemptLimit critical'], because: 'the exporter is back, the chain goes on' },
    { at: '32m', firing: [], because: 'the chain ended, and the value from before does not linger' },
  ],
};
