import { type Alert } from '../../kinds/alert';
import { type Select } from '../../kinds/selector';
import { overBaseline } from '../../shapes/overBaseline';
import { validationMetrics } from './metrics';
import { trafficMetrics } from './trafficMetrics';
import { type trafficThresholds } from './trafficThresholds';

export function trafficAlerts(select: Select, { attempt_surge }: ReturnType<typeof trafficThresholds>) {
  return {
    attemptSurge: {
      name: 'ValidationAttemptSurge',
      component: 'attempt-rate',
      threshold: attempt_surge,
      shape: overBaseline('validation:attempts_over_baseline:ratio_1h', {
        current: select(validationMetrics.events, { event: 'attempt', window: '1h' }),
        baseline: select(trafficMetrics.attemptsBaseline),
        history: select(trafficMetrics.baselineHistory),
        floor: attempt_surge.floor ?? '1',
        from: attempt_surge.history ?? '1h',
      }),
      summary: 'There are far more repair attempts than usual',
      steps: [
        'See whether there is more traffic or more to repair in it',
        'Compare the hour with the same hour of the days before',
        'Find the error pattern and the chats that grew',
      ],
    },
  } satisfies Record<string, Alert>;
}
