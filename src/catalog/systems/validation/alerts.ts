import { type Alert } from '../../kinds/alert';
import { type Select } from '../../kinds/selector';
import { level } from '../../shapes/level';
import { share } from '../../shapes/share';
import { validationMetrics as metrics } from './metrics';
import { type validationThresholds } from './thresholds';

export function validationAlerts(select: Select, thresholds: ReturnType<typeof validationThresholds>) {
  const { success_rate, attempt_limit, circuit_breaker, new_patterns, attempt_rate } = thresholds;
  const finished = ['fixed', 'gave_up', 'abandoned'];
  const { window = '24h' } = success_rate;
  return {
    successRate: {
      name: 'ValidationSuccessRateLow',
      component: 'repair',
      threshold: success_rate,
      shape: share(`validation:chains_fixed:ratio_${window}`, {
        label: 'outcome',
        part: select(metrics.chains, { outcome: 'fixed', window }),
        whole: select(metrics.chains, { outcome: finished, window }),
        minimum: success_rate.minimumSample ?? '1',
      }),
      summary: 'Automatic repair succeeds too rarely',
      steps: [
        'Check what was deployed since the rate began to fall',
        'Compare the error patterns of today with those of the week before',
        'Verify that the attempt limit still holds',
      ],
    },
    attemptLimit: {
      name: 'ValidationAttemptLimit',
      component: 'repair',
      threshold: attempt_limit,
      shape: level(
        `validation:chain_attempts:max_${attempt_limit.window ?? '24h'}`,
        select(metrics.longestChain, { scene: 'named', window: attempt_limit.window ?? '24h' })
      ),
      summary: 'A repair chain went past its attempt limit',
      steps: [
        'Find the chat and the scene in the list of offenders',
        'Stop the repair loop of that chat if it is still running',
        'Check why the circuit breaker did not end it',
      ],
    },
    circuitBreaker: {
      name: 'ValidationCircuitBreakerTripped',
      component: 'circuit-breaker',
      threshold: circuit_breaker,
      shape: level(
        `validation:circuit_breaker_trips:max_${circuit_breaker.window ?? '1h'}`,
        select(metrics.events, { event: 'trip', window: circuit_breaker.window ?? '1h' })
      ),
      summary: 'The circuit breaker ended a repair',
      steps: [
        'See how many chats and scenes the trips hit',
        'Compare the errors before the trips: one for all is a systemic issue',
        'Check what was deployed before the first trip',
      ],
    },
    newPatterns: {
      name: 'ValidationNewErrorPattern',
      component: 'error-patterns',
      threshold: new_patterns,
      shape: level(
        `validation:unknown_attempts:max_${new_patterns.window ?? '1h'}`,
        select(metrics.unknownAttempts, { window: new_patterns.window ?? '1h' })
      ),
      summary: 'Repairs meet errors that no pattern knows',
      steps: [
        'Read the unknown errors and in how many chats they are',
        'See whether the repair can mend them all the same',
        'Name the error in the list of patterns',
      ],
    },
    attemptRate: {
      name: 'ValidationAttemptRateHigh',
      component: 'attempt-rate',
      threshold: attempt_rate,
      shape: level('validation:attempts:max_1h', select(metrics.events, { event: 'attempt', window: '1h' })),
      summary: 'Repair attempts are too many',
      steps: [
        'See whether there is more traffic or more to repair in it',
        'Find the chats with the most attempts',
        'Compare the error patterns of the hour with those of the day before',
      ],
    },
  } satisfies Record<string, Alert>;
}
