import { decision, own, quote } from '../../kinds/source';
import { thresholds } from '../../kinds/threshold';
import { type Settings } from '../../settings/settings';

export const validationThresholds = (settings: Settings) =>
  thresholds('validation', settings, {
    success_rate: {
      title: 'Success rate of finished repair chains',
      unit: 'percent',
      levels: { target: '>= 80', warning: '< 80', critical: '< 60' },
      window: '24h',
      minimumSample: '5',
      for: { warning: '5m', critical: '1m' },
      sources: {
        target: quote('validation', '1.1', '80%+ auto-fix success rate'),
        warning: quote('validation', '9', 'Success rate 60-80%'),
        critical: quote('validation', '3.1.3', 'success rate drops below 60%'),
        window: quote('validation', '3.1.3', "INTERVAL '24 hours'"),
        minimumSample: decision('8', 'minimum sample (default 5, overridable)'),
        for: own('a day of chains changes slowly: one bad minute is enough to page, five to warn'),
      },
    },
    attempt_limit: {
      title: 'Longest repair chain',
      unit: 'count',
      levels: { critical: '> 3' },
      window: '24h',
      sources: {
        critical: quote('validation', '3.1.1', 'any scene has >3 attempts'),
        window: decision('1', 'Alert on 24 h'),
      },
    },
    circuit_breaker: {
      title: 'Trips of the circuit breaker',
      unit: 'count',
      levels: { critical: '> 0' },
      window: '1h',
      sources: {
        critical: quote('validation', '3.1.2', 'COUNT(*) > 0'),
        window: quote('validation', '3.1.2', "INTERVAL '1 hour'"),
      },
    },
    frequent_trips: {
      title: 'Trips of the circuit breaker, frequently',
      unit: 'count',
      levels: { critical: '>= 3' },
      window: '1h',
      sources: { critical: decision('17', 'red from 3/1 h'), window: decision('17', 'red from 3/1 h') },
    },
    trips_of_day: {
      title: 'Trips of the circuit breaker, not few any more',
      unit: 'count',
      levels: { warning: '>= 3' },
      window: '24h',
      sources: {
        warning: decision('17', 'yellow from 3 trips/24 h'),
        window: decision('17', 'yellow from 3 trips/24 h'),
      },
    },
    new_patterns: {
      title: 'Repair attempts with an unknown error',
      unit: 'count',
      levels: { warning: '> 0' },
      window: '1h',
      sources: {
        warning: own('3.2.1 lists every attempt that no pattern knows: one is enough'),
        window: quote('validation', '3.2.1', "INTERVAL '1 hour'"),
      },
    },
    attempt_rate: {
      title: 'Repair attempts',
      unit: 'perHour',
      // No window of its own: the hour is in the unit, and the count of another window is no rate per hour.
      levels: { warning: '>= 200' },
      sources: { warning: decision('9', 'absolute alert at 200/h') },
    },
  });
