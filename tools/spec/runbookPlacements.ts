import { type Placement } from './placements';

type Section = readonly [place: string, words: string, runbook: string];

const DROPPING = '1:Issue: Success Rate Dropping';
const DEGRADATION = '1:Issue: Performance Degradation';
const SUCCESS = 'ValidationSuccessRateLow.md';
const DURATION = 'ValidationDurationHigh.md';

/** Which section of a runbook does what a place of the documents asks. */
const SECTIONS: readonly Section[] = [
  [
    '1:3.1.2#line-3',
    'Check for systemic issues',
    'ValidationCircuitBreakerTripped.md#2-compare-the-errors-before-the-trips-one-for-all-is-a-systemic-issue',
  ],
  [
    `${DROPPING}.1#bullet-1`,
    'Check recent deployments',
    `${SUCCESS}#1-check-what-was-deployed-since-the-rate-began-to-fall`,
  ],
  [
    `${DROPPING}.1#bullet-2`,
    'Review error patterns in dashboard',
    `${SUCCESS}#2-compare-the-error-patterns-of-today-with-those-of-the-week-before`,
  ],
  [
    `${DROPPING}.1#bullet-3`,
    'Verify 3-attempt limits still enforced',
    `${SUCCESS}#3-verify-that-the-attempt-limit-still-holds`,
  ],
  [
    `${DROPPING}.2#bullet-1`,
    'Analyze new error patterns',
    `${SUCCESS}#2-compare-the-error-patterns-of-today-with-those-of-the-week-before`,
  ],
  [`${DROPPING}.2#bullet-2`, 'Check for code generation changes', `${SUCCESS}#did-the-generated-code-change`],
  [`${DROPPING}.2#bullet-3`, 'Review performance metrics', `${SUCCESS}#did-validation-become-slow`],
  [`${DROPPING}.3#bullet-1`, 'Add new fix patterns if needed', `${SUCCESS}#mitigation`],
  [`${DROPPING}.3#bullet-2`, 'Update validation logic', `${SUCCESS}#mitigation`],
  [`${DROPPING}.3#bullet-3`, 'Deploy fixes with monitoring', `${SUCCESS}#deploy-the-fix-and-watch-it`],
  [
    `${DEGRADATION}.2#bullet-1`,
    'Check heap usage trends',
    'ValidationHeapTrendingUp.md#1-look-whether-the-low-points-of-the-heap-rise-and-since-when',
  ],
  [
    `${DEGRADATION}.2#bullet-2`,
    'Look for memory leak indicators',
    'ValidationHeapLeak.md#1-estimate-when-the-heap-will-be-full',
  ],
  [
    `${DEGRADATION}.2#bullet-3`,
    'Review garbage collection patterns',
    'ValidationSlowSpikes.md#3-compare-their-times-with-garbage-collections-and-load-of-the-host',
  ],
  [`${DEGRADATION}.3#bullet-1`, 'Profile slow validation cases', `${DURATION}#profile-the-slow-cases`],
  [`${DEGRADATION}.3#bullet-2`, 'Optimize regex patterns', `${DURATION}#make-regular-expressions-quick`],
  [`${DEGRADATION}.3#bullet-3`, 'Consider caching strategies', `${DURATION}#keep-what-was-validated-already`],
];

export const RUNBOOK_PLACEMENTS: readonly Placement[] = SECTIONS.map(([place, words, runbook]) => ({
  place,
  words,
  by: `docs/runbooks/${runbook}`,
}));
