import { type Alert } from '../../kinds/alert';
import { type Select } from '../../kinds/selector';
import { level } from '../../shapes/level';
import { share } from '../../shapes/share';
import { validationMetrics as metrics } from './metrics';
import { type validationThresholds } from './thresholds';

export function validationAlerts(select: Select, thresholds: ReturnType<typeof validationThresholds>) {
  const { success_rate, attempt_limit } = thresholds;
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
  } satisfies Record<string, Alert>;
}
