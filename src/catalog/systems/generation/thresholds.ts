import { decision, own, quote } from '../../kinds/source';
import { thresholds } from '../../kinds/threshold';
import { type Settings } from '../../settings/settings';

export const generationThresholds = (settings: Settings) => {
  const { strikes } = settings.generation;
  return thresholds('generation', settings, {
    failure_rate: {
      title: 'Failed generations',
      unit: 'percent',
      levels: { critical: '> 50' },
      window: '1h',
      minimumSample: '5',
      sources: {
        critical: quote('generation', 'Real-Time Alerts', 'When >50% of attempts fail'),
        window: quote('generation', 'System Health Monitoring', 'failure rate over last hour'),
        minimumSample: quote('generation', 'Real-Time Alerts', '(5+ attempts)'),
      },
    },
    critical_errors: {
      title: 'Failures of critical severity',
      unit: 'count',
      levels: { critical: '> 0' },
      window: '1h',
      sources: {
        critical: own('what the application itself calls critical is looked at, whatever the rate'),
        window: own('an hour after the last one the alert has said what it had to say'),
      },
    },
    repeated_error: {
      title: 'Failures of one error type that nobody has reviewed a test of',
      unit: 'count',
      levels: { info: `>= ${strikes.failures}` },
      window: strikes.window,
      sources: {
        info: quote('generation', 'Auto-Test Generation Trigger', 'After 3+ failures of same error type'),
        window: quote('generation', 'Auto-Test Generation Trigger', 'same error type in 7 days'),
      },
    },
    strikes_unanswered: {
      title: 'Error types with their strikes and without a test',
      unit: 'count',
      levels: { critical: '> 0' },
      for: { critical: '2m' },
      sources: {
        critical: own('without its test the recovery itself is broken, and nothing else tells'),
        for: own('what the trigger leaves to the queue is swept within a minute; two are no accident'),
      },
    },
    trigger_errors: {
      title: 'Errors inside the trigger that makes tests',
      unit: 'count',
      levels: { warning: '> 0' },
      window: '1h',
      sources: {
        warning: own('the trigger catches its errors so that no failure is lost: one that is caught has to be told'),
        window: own('an hour after the last one the alert has said what it had to say'),
      },
    },
    regressions: {
      title: 'Approved tests that had passed and fail again',
      unit: 'count',
      levels: { warning: '> 0' },
      sources: { warning: own('a test is there to notice that one error came back: one is enough') },
    },
    flaky_tests: {
      title: 'Tests that passed and failed on one version',
      unit: 'count',
      levels: { info: '> 0' },
      sources: { info: own('a test with two answers to one question tells nothing, and hides regressions') },
    },
    ai_timeouts: {
      title: 'Failures because the model took too long',
      unit: 'count',
      levels: { warning: '>= 5' },
      window: '1h',
      sources: {
        warning: own('as many as make a failure rate worth judging; single ones are no accident of ours'),
        window: own('the hour of the failure rate, so that the two can be compared'),
      },
    },
    rate_limits: {
      title: 'Failures because of a rate limit',
      unit: 'count',
      levels: { warning: '>= 5' },
      window: '1h',
      sources: {
        warning: own('as many as make a failure rate worth judging; a limit that is hit once goes by itself'),
        window: own('the hour of the failure rate, so that the two can be compared'),
      },
    },
    silence: {
      title: 'Generations of the same six hours a week before, while there is none now',
      unit: 'count',
      levels: { warning: '>= 5' },
      window: '6h',
      sources: {
        warning: decision('8', 'minimum sample (default 5, overridable)'),
        window: decision('8', 'no repair event in 6 h'),
      },
    },
  });
};
