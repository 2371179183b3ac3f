import { type Placement } from './placements';

type Row = readonly [place: string, words: string, ...by: string[]];

const FAILURES = 'src/catalog/systems/generation/tables.ts';
const TRIGGER = 'tools/sql/threeStrikes/strikes.ts';
const CLASSIFICATION = 'tools/sql/threeStrikes/classification.ts';
const ERRORS = '2:Error Categories with Auto-Classification';
const STRATEGY = '2:Testing Strategy';
const NEXT = '2:Next Steps for Full Production Readiness';

/** What the second document asks besides the numbers that the catalog quotes, and what does it. */
const ROWS: readonly Row[] = [
  ['2:Success Logging#code-1', 'logGenerationSuccess', FAILURES],
  ['2:Success Logging#bullet-1', 'Tracks successful generations', 'genwatch_generation_attempts'],
  ['2:Success Logging#bullet-2', 'Records file count, duration, and phases', 'genwatch_generation_files'],
  ['2:Success Logging#bullet-3', 'generation_analytics', FAILURES],
  ['2:Failure Logging (Enhanced)#code-1', 'logGenerationFailure', FAILURES],
  ['2:Failure Logging (Enhanced)#bullet-1', 'categorization', 'generation.categories'],
  ['2:Failure Logging (Enhanced)#bullet-2', 'De-duplicates similar errors', 'generation.failures'],
  ['2:Failure Logging (Enhanced)#bullet-3', 'Automatically triggers test generation after 3+ occurrences', TRIGGER],
  [
    '2:System Health Monitoring#code-1',
    'checkHealthMetrics',
    'src/catalog/systems/generation/healthNow.ts',
    'generation.health',
  ],
  ['2:System Health Monitoring#bullet-2', 'failure rate > 50%', 'GenerationFailureRateHigh'],
  ['2:System Health Monitoring#bullet-3', 'real-time system health visibility', 'genwatch-generation'],
  ['2:Success Path#bullet-1', 'Logs successful generation', FAILURES],
  ['2:Success Path#bullet-2', 'file count, duration, framework, phases', 'genwatch_generation_framework_attempts'],
  ['2:Success Path#bullet-3', 'trend analysis', 'generation.outcomes_over_time'],
  ['2:Error Path#bullet-1', 'error categorization', CLASSIFICATION],
  ['2:Error Path#bullet-3', 'Automatic health check after each error', 'exporter/changes.ts'],
  ['2:Error Path#bullet-4', 'Critical alerts when failure rate is high', 'GenerationFailureRateHigh'],
  [`${ERRORS}.1`, 'Model took too long', CLASSIFICATION, 'GenerationAiTimeouts'],
  [`${ERRORS}.2`, 'API rate limit hit', CLASSIFICATION, 'GenerationRateLimited'],
  [`${ERRORS}.3`, 'Dependencies or validation failed', CLASSIFICATION],
  [`${ERRORS}.4`, 'Code parsing issues', CLASSIFICATION],
  [`${ERRORS}.5`, 'Uncategorized errors', CLASSIFICATION, 'genwatch_generation_unknown_templates'],
  ['2:3#code-1', 'After 3+ failures of same error type in 7 days', TRIGGER],
  ['2:3#line-2', 'Creates regression test automatically', TRIGGER],
  ['2:3#line-3', 'Marks failure as test-generated', TRIGGER],
  ['2:Success Flow#code-1', 'Generation Complete', FAILURES, 'generation.last_hour'],
  [
    '2:Failure Flow#code-1',
    'Error Occurs',
    CLASSIFICATION,
    TRIGGER,
    'exporter/changes.ts',
    'GenerationFailureRateHigh',
  ],
  ['2:Failure Flow#line-1', 'Check if 3+ occurrences', TRIGGER],
  ['2:Failure Flow#line-2', 'if failure rate > 50%', 'GenerationFailureRateHigh'],
  ['2:generation_failures#bullet-1', 'Categorized error type', FAILURES],
  ['2:generation_failures#bullet-2', 'Full error message', FAILURES],
  ['2:generation_failures#bullet-3', 'One of 5 categories', 'genwatch_generation_failures_by_category'],
  ['2:generation_failures#bullet-6', 'Full stack for debugging', 'generation.failure_occurrences'],
  ['2:generation_failures#bullet-7', 'Flag if auto-test was created', FAILURES],
  ['2:generation_analytics#bullet-1', 'Boolean flag', FAILURES],
  ['2:generation_analytics#bullet-4', 'trend analysis and reporting', 'generation.outcomes_over_time'],
  ['2:auto_generated_tests#bullet-1', 'Created automatically when error occurs 3+ times', TRIGGER],
  ['2:auto_generated_tests#bullet-3', 'Increases as test passes repeatedly', 'generation.tests'],
  ['2:Real-Time Alerts#bullet-2', 'Logged with stack traces for investigation', 'GenerationCriticalError'],
  [
    '2:Real-Time Alerts#bullet-3',
    'Same error 3+ times triggers test generation',
    'GenerationErrorRepeated',
    'GenerationStrikesUnanswered',
  ],
  ['2:Metrics Tracked#bullet-1', 'Success rate (last hour)', 'genwatch_generation_attempts'],
  ['2:Metrics Tracked#bullet-2', 'Failure rate (last hour)', 'generation.failure_rate', 'generation.health'],
  ['2:Metrics Tracked#bullet-3', 'Total attempts (last hour)', 'generation.health'],
  [`${STRATEGY}#line-1`, '3-strike auto-test rule', TRIGGER],
  [`${STRATEGY}.1`, 'Logged for monitoring', 'generation.strikes'],
  [`${STRATEGY}.2`, 'Occurrence count increased', 'generation.strikes'],
  ['2:For Development#bullet-1', 'Full visibility', 'generation.failures'],
  ['2:For Development#bullet-2', 'Trend analysis', 'generation.outcomes_over_time'],
  ['2:For Development#bullet-3', 'Pinpoint recurring issues', 'generation.failures'],
  ['2:For Development#bullet-4', 'Prevent regressions', 'GenerationRegression'],
  ['2:For Production#bullet-1', 'Real-time health monitoring', 'generation.last_hour', 'exporter/changes.ts'],
  ['2:For Production#bullet-2', 'Automatic alerts', 'GenerationFailureRateHigh'],
  ['2:For Production#bullet-3', 'Analytics-driven improvements', 'genwatch-generation'],
  ['2:For Production#bullet-4', 'Self-healing', TRIGGER],
  [`${NEXT}.1`, 'Alert Integration', 'tools/generate/alertmanager/slack.ts'],
  [`${NEXT}.2`, 'Metrics Dashboard', 'genwatch-generation'],
  ['2:Summary#bullet-1', 'Comprehensive error logging', 'generation.failure_occurrences'],
  ['2:Summary#bullet-2', 'Success tracking with metrics', 'genwatch_generation_attempts'],
  ['2:Summary#bullet-3', 'Real-time health monitoring', 'generation.health'],
  ['2:Summary#bullet-4', 'Automatic test generation', TRIGGER],
  ['2:Summary#bullet-5', 'Alert capabilities', 'GenerationCriticalError'],
];

export const GENERATION_PLACEMENTS: readonly Placement[] = ROWS.flatMap(([place, words, ...by]) =>
  by.map((one) => ({ place, words, by: one }))
);
