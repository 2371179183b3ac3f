import { type Alert } from '../../kinds/alert';
import { type Select } from '../../kinds/selector';
import { overBaseline } from '../../shapes/overBaseline';
import { share } from '../../shapes/share';
import { without } from '../../shapes/without';
import { validationMetrics } from './metrics';
import { trafficMetrics } from './trafficMetrics';
import { type trafficThresholds } from './trafficThresholds';

export function trafficAlerts(select: Select, thresholds: ReturnType<typeof trafficThresholds>) {
  const { attempt_surge, generation_success, silence } = thresholds;
  const { window: asked = '24h' } = generation_success;
  const { window: silent = '6h' } = silence;
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
    generationSuccess: {
      name: 'ValidationGenerationSuccessLow',
      component: 'scene-generation',
      threshold: generation_success,
      shape: share(`validation:requests_completed:ratio_${asked}`, {
        label: 'outcome',
        part: select(trafficMetrics.requests, { outcome: 'completed', window: asked }),
        whole: select(trafficMetrics.requests, { outcome: ['completed', 'replaced', 'unanswered'], window: asked }),
        minimum: generation_success.minimumSample ?? '1',
      }),
      summary: 'Too many requests of users end without a scene',
      steps: [
        'See whether users ask again too soon or wait in vain',
        'Find the hour from which scenes stayed away, and what was deployed then',
        'Check whether one chat or one scene makes most of it',
      ],
    },
    silence: {
      name: 'ValidationEventsMissing',
      component: 'repair-events',
      threshold: silence,
      shape: without(`validation:messages_without_event:max_${silent}`, {
        traffic: select(trafficMetrics.messages, { kind: 'any', window: silent }),
        events: select(trafficMetrics.messages, { kind: 'event', window: silent }),
      }),
      summary: 'There are messages, and not one of them is an event of a repair',
      steps: [
        'Read what the assistant says now where it told of repairs before',
        'Check whether the validator runs',
        'Bring the phrases in genwatch.config.yaml and the texts of the product together again',
      ],
    },
  } satisfies Record<string, Alert>;
}
