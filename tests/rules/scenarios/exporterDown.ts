import { type Scenario } from '../../../tools/scenarios/scenario';

export const exporterDown: Scenario = {
  name: 'the exporter is down for twenty minutes while the circuit breaker trips',
  about: ['ValidationCircuitBreakerTripped', 'GenwatchExporterUnreachable', 'GenwatchExporterAbsent'],
  every: '15s',
  series: {
    'genwatch_validation_events{job="genwatch-exporter", event="trip", window="1h"}':
      '0 for 5m, 1 for 5m, gone for 20m, 0 for 10m',
    'genwatch_validation_events{job="genwatch-exporter", event="trip", window="24h"}':
      '4 for 10m, gone for 20m, 5 for 10m',
    'up{job="genwatch-exporter", instance="a:1"}': '1 for 10m, 0 for 20m, 1 for 10m',
  },
  looks: [
    { at: '4m', firing: [], because: 'trips of the day are no trips of the hour' },
    { at: '7m', firing: ['ValidationCircuitBreakerTripped critical'], because: 'one trip is enough' },
    {
      at: '20m',
      firing: ['ValidationCircuitBreakerTripped critical', 'GenwatchExporterUnreachable critical'],
      because: 'the last known trip holds, so nothing is reported as resolved',
    },
    {
      at: '28m',
      firing: ['GenwatchExporterUnreachable critical'],
      because: 'after a quarter of an hour old news is no news; a target that does not answer is still a target',
    },
    { at: '33m', firing: [], because: 'the exporter is back, and the hour without a trip' },
  ],
};
