import { metrics } from '../../kinds/metric';
import { decision, own, quote } from '../../kinds/source';
import { FAILURE_CATEGORIES, SEVERITIES } from '../../settings/settings';

/** How far back the gauges look. */
export const WINDOWS = ['1h', '24h', '7d'] as const;
export type Window = (typeof WINDOWS)[number];

/** What the document names, and everything else. */
export const FRAMEWORKS = ['react', 'html', 'vue', 'other'] as const;

/** The median, and what one in twenty is slower or larger than. */
export const QUANTILES = ['0.5', '0.95'] as const;

/** What stands for the errors, or the phases, that are not among the most frequent ones. */
export const OTHER = 'other';
/** So many errors and phases have a series of their own. */
export const TOP = 10;

/** States in which tests are counted; a test can be in several. */
export const TEST_STATES = ['proposed', 'approved', 'rejected', 'failing', 'regression', 'flaky'] as const;

const PERFORMANCE = quote(
  'generation',
  'Next Steps for Full Production Readiness',
  'Add build time, memory usage metrics'
);
const METADATA = quote('generation', 'generation_analytics', 'JSON with fileCount, duration, phases');

const distribution = { type: 'gauge', producer: 'exporter', refresh: '15s' } as const;
const ofWindow = { quantile: QUANTILES, window: WINDOWS } as const;
/** Not of a week: reading it out of every row of seven days costs more than it tells. */
const ofDay = { quantile: QUANTILES, window: ['1h', '24h'] } as const;

/** What the exporter makes of the generator's tables. Counts are of the `window` that ends now. */
export const generationMetrics = metrics({
  attempts: {
    name: 'genwatch_generation_attempts',
    type: 'gauge',
    help: 'Generations that ended: occurrences of failures, and rows of successes',
    producer: 'exporter',
    labels: { outcome: ['success', 'failure'], window: WINDOWS },
    refresh: '15s',
    source: decision('21', 'Rate = occurrences / (occurrences + successes)'),
  },
  failuresByCategory: {
    name: 'genwatch_generation_failures_by_category',
    type: 'gauge',
    help: 'Failed generations by what they failed of; a category that is none of the six counts as unknown',
    producer: 'exporter',
    labels: { category: FAILURE_CATEGORIES, window: WINDOWS },
    refresh: '15s',
    source: quote('generation', 'Metrics Tracked', 'Error distribution by category'),
  },
  failuresBySeverity: {
    name: 'genwatch_generation_failures_by_severity',
    type: 'gauge',
    help: 'Failed generations by how severe they were; one without a known severity counts as medium',
    producer: 'exporter',
    labels: { severity: SEVERITIES, window: WINDOWS },
    refresh: '15s',
    source: quote('generation', 'generation_failures', 'low/medium/high/critical'),
  },
  frameworkAttempts: {
    name: 'genwatch_generation_framework_attempts',
    type: 'gauge',
    help: 'Generations that ended, by the framework they wrote for',
    producer: 'exporter',
    labels: { framework: FRAMEWORKS, outcome: ['success', 'failure'], window: WINDOWS },
    refresh: '15s',
    source: quote('generation', 'generation_analytics', 'React/HTML/Vue'),
  },
  usersAffected: {
    name: 'genwatch_generation_users_affected',
    type: 'gauge',
    help: 'Different users for whom a generation failed',
    producer: 'exporter',
    labels: { window: WINDOWS },
    refresh: '15s',
    source: quote(
      'generation',
      'Next Steps for Full Production Readiness',
      'Track which users are affected by failures'
    ),
  },
  projectsAffected: {
    name: 'genwatch_generation_projects_affected',
    type: 'gauge',
    help: 'Different projects in which a generation failed',
    producer: 'exporter',
    labels: { window: WINDOWS },
    refresh: '15s',
    source: own('a project can fail for several users, and a user in several projects'),
  },
  occurrences: {
    name: 'genwatch_generation_occurrences',
    type: 'gauge',
    help: 'How often the same error happened: the most frequent ones by fingerprint, all others together',
    producer: 'exporter',
    labels: {
      fingerprint: { atMost: TOP + 1, of: 'most frequent errors', like: `^([0-9a-f]{16}|${OTHER})$` },
      window: ['7d'],
    },
    refresh: '10m',
    source: quote('generation', 'generation_failures', 'How many times this exact error happened'),
  },
  newFingerprints: {
    name: 'genwatch_generation_new_fingerprints',
    type: 'gauge',
    help: 'Different errors of the window that did not happen in the 7 days before it',
    producer: 'exporter',
    labels: { window: ['24h'] },
    refresh: '10m',
    source: own('what is new came with a change: of the model, of the prompt or of the product'),
  },
  finished: {
    name: 'genwatch_generation_finished',
    type: 'gauge',
    help: 'Generations that ended, however they did: in the last six hours, and in the same six hours a week before',
    producer: 'exporter',
    labels: { hours: ['last_6h', 'same_6h_last_week'] },
    refresh: '1m',
    source: decision('8', 'traffic but no events at all'),
  },
  tests: {
    name: 'genwatch_generation_tests',
    type: 'gauge',
    help: 'Generated tests by state: failing is approved and failed in its newest run, regression is failing after it had passed, flaky is both outcomes on one version; runs count for the window of the strikes',
    producer: 'exporter',
    labels: { state: TEST_STATES },
    refresh: '1m',
    source: quote('generation', 'auto_generated_tests', 'Test statistics'),
  },
  testsGenerated: {
    name: 'genwatch_generation_tests_generated',
    type: 'gauge',
    help: 'Tests that failures made',
    producer: 'exporter',
    labels: { window: WINDOWS },
    refresh: '1m',
    source: quote('generation', 'Metrics Tracked', 'Test generation count'),
  },
  strikesUnanswered: {
    name: 'genwatch_generation_strikes_unanswered',
    type: 'gauge',
    help: 'Error types that have failed often enough for a test, and have none',
    producer: 'exporter',
    labels: {},
    refresh: '1m',
    source: decision('20', 'exactly one test'),
  },
  repeatedFailures: {
    name: 'genwatch_generation_repeated_failures',
    type: 'gauge',
    help: 'Most failures of one error type that has no test, or one that waits for its review',
    producer: 'exporter',
    labels: { window: { atMost: 1, of: 'windows of the strikes' } },
    refresh: '1m',
    source: decision('19', 'three-strike rule per error type'),
  },
  triggerErrors: {
    name: 'genwatch_generation_trigger_errors',
    type: 'gauge',
    help: 'Errors inside the trigger that makes tests: the failures were written, their strikes were not counted',
    producer: 'exporter',
    labels: { window: ['1h'] },
    refresh: '15s',
    source: decision('21a', 'what was skipped is queued and swept within a minute'),
  },
  duration: {
    ...distribution,
    name: 'genwatch_generation_duration_seconds',
    help: 'How long successful generations took',
    labels: ofWindow,
    source: METADATA,
  },
  build: {
    ...distribution,
    name: 'genwatch_generation_build_seconds',
    help: 'How long the builds of successful generations took',
    labels: ofWindow,
    source: PERFORMANCE,
  },
  memory: {
    ...distribution,
    name: 'genwatch_generation_memory_bytes',
    help: 'How much memory successful generations used',
    labels: ofDay,
    source: PERFORMANCE,
  },
  files: {
    ...distribution,
    name: 'genwatch_generation_files',
    help: 'How many files successful generations wrote',
    labels: ofDay,
    source: METADATA,
  },
  phase: {
    ...distribution,
    name: 'genwatch_generation_phase_seconds',
    help: 'How long the phases of the successful generations of the last 24 hours took: the most frequent phases, all others together',
    labels: {
      phase: { atMost: TOP + 1, of: 'most frequent phases', like: '^[a-z][a-z0-9_-]{0,31}$' },
      quantile: QUANTILES,
    },
    refresh: '10m',
    source: METADATA,
  },
});
