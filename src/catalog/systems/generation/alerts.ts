import { type Alert } from '../../kinds/alert';
import { type Select } from '../../kinds/selector';
import { level } from '../../shapes/level';
import { share } from '../../shapes/share';
import { without } from '../../shapes/without';
import { generationMetrics as metrics } from './metrics';
import { type generationThresholds } from './thresholds';

export function generationAlerts(select: Select, thresholds: ReturnType<typeof generationThresholds>) {
  const { failure_rate, critical_errors, repeated_error, ai_timeouts, rate_limits, trigger_errors, silence } =
    thresholds;
  const rated = failure_rate.window ?? '1h';
  const repeated = repeated_error.window ?? '7d';
  const of = (window: string | undefined) => window ?? '1h';
  return {
    failureRate: {
      name: 'GenerationFailureRateHigh',
      component: 'generation',
      threshold: failure_rate,
      shape: share(`generation:failures:ratio_${rated}`, {
        label: 'outcome',
        part: select(metrics.attempts, { outcome: 'failure', window: rated }),
        whole: select(metrics.attempts, { outcome: ['success', 'failure'], window: rated }),
        minimum: failure_rate.minimumSample ?? '1',
      }),
      summary: 'Too many generations fail',
      steps: [
        'See which category and which framework the failures are of',
        'Compare the beginning with deployments, and with the status page of the model',
        'Take back the last change when most failures are of one kind that is new',
      ],
    },
    criticalError: {
      name: 'GenerationCriticalError',
      component: 'generation-errors',
      threshold: critical_errors,
      shape: level(
        `generation:critical_failures:max_${of(critical_errors.window)}`,
        select(metrics.failuresBySeverity, { severity: 'critical', window: of(critical_errors.window) })
      ),
      summary: 'The application reported a critical error',
      steps: [
        'Open the failure and read its stack trace and its context',
        'See how many users and projects it hit',
        'Stop what makes it worse before the cause is mended',
      ],
    },
    repeatedError: {
      name: 'GenerationErrorRepeated',
      component: 'generation-strikes',
      threshold: repeated_error,
      shape: level(
        `generation:repeated_failures:max_${repeated}`,
        select(metrics.repeatedFailures, { window: repeated })
      ),
      summary: 'One error type fails again and again, and nobody has reviewed a test of it',
      page: 'tests',
      steps: [
        'Open the review queue and read the test that the failures made',
        'Approve it when it would have caught them, else reject it with the reason',
        'Mend the cause: an approved test only tells that the error comes back',
      ],
    },
    strikesUnanswered: {
      name: 'GenerationStrikesUnanswered',
      component: 'generation-trigger',
      threshold: thresholds.strikes_unanswered,
      shape: level('generation:strikes_unanswered:max', select(metrics.strikesUnanswered)),
      summary: 'Errors have failed often enough for a test, and none was made',
      steps: [
        'Find the error types with their strikes and without a test',
        'Check that the trigger is there, enabled and of the present version',
        'Sweep what was left out, and see that the tests appear',
      ],
    },
    triggerErrors: {
      name: 'GenerationTriggerErrors',
      component: 'generation-trigger',
      threshold: trigger_errors,
      shape: level(
        `generation:trigger_errors:max_${of(trigger_errors.window)}`,
        select(metrics.triggerErrors, { window: of(trigger_errors.window) })
      ),
      summary: 'The trigger that makes tests meets errors',
      steps: [
        'Read the errors that the trigger wrote down',
        'Mend what they name: a missing right, column or table, or a full disk',
        'Sweep the error types that went without a test meanwhile',
      ],
    },
    regression: {
      name: 'GenerationRegression',
      component: 'generation-tests',
      threshold: thresholds.regressions,
      shape: level('generation:regressions:max', select(metrics.tests, { state: 'regression' })),
      summary: 'An error that was mended is back',
      page: 'tests',
      steps: [
        'Find the failing test, and the first version on which it failed',
        'Compare that version with the one before',
        'See how many users meet the error again',
      ],
    },
    flakyTest: {
      name: 'GenerationTestFlaky',
      component: 'generation-tests',
      threshold: thresholds.flaky_tests,
      shape: level('generation:flaky_tests:max', select(metrics.tests, { state: 'flaky' })),
      summary: 'A generated test passes and fails on the same version',
      page: 'tests',
      steps: [
        'Find the test, and its runs on that version',
        'See what differs between them: time, order, network or the model',
        'Make the test certain, or reject it with the reason',
      ],
    },
    aiTimeouts: {
      name: 'GenerationAiTimeouts',
      component: 'generation-model',
      threshold: ai_timeouts,
      shape: level(
        `generation:ai_timeouts:max_${of(ai_timeouts.window)}`,
        select(metrics.failuresByCategory, { category: 'ai_timeout', window: of(ai_timeouts.window) })
      ),
      summary: 'The model often takes too long',
      steps: [
        'Look at the status page of the model, and at its latency',
        'See whether long requests time out, or all of them',
        'Use another model or a smaller task until it answers in time',
      ],
    },
    rateLimited: {
      name: 'GenerationRateLimited',
      component: 'generation-model',
      threshold: rate_limits,
      shape: level(
        `generation:rate_limits:max_${of(rate_limits.window)}`,
        select(metrics.failuresByCategory, { category: 'rate_limit', window: of(rate_limits.window) })
      ),
      summary: 'Generations often meet a rate limit',
      steps: [
        'Compare the number of requests with the limits of the account',
        'Find one user or one project that makes most of them',
        'Slow down retries, spread the work, or have the limit raised',
      ],
    },
    silent: {
      name: 'GenerationSilent',
      component: 'generation-traffic',
      threshold: silence,
      shape: without(`generation:missed_generations:max_${silence.window ?? '6h'}`, {
        traffic: select(metrics.finished, { hours: 'same_6h_last_week' }),
        events: select(metrics.finished, { hours: 'last_6h' }),
      }),
      summary: 'There are neither successes nor failures where a week ago there were some',
      steps: [
        'Ask for a generation yourself, and see how far it gets',
        'Check that the application still writes both tables',
        'See whether people have a reason to stay away, such as a holiday',
      ],
    },
  } satisfies Record<string, Alert>;
}
