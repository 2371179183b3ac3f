import { type Placement } from './placements';

type Section = readonly [place: string, words: string, runbook: string];

const DROPPING = '1:Issue: Success Rate Dropping';
const SUCCESS = 'ValidationSuccessRateLow.md';

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
];

export const RUNBOOK_PLACEMENTS: readonly Placement[] = SECTIONS.map(([place, words, runbook]) => ({
  place,
  words,
  by: `docs/runbooks/${runbook}`,
}));
