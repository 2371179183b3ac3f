import { disturb } from './disturb';

/** Every validation of a new kind of code takes most of a second, and many come at once. */
export const slowValidation = disturb({
  id: 'slow-validation',
  title: 'validating becomes slow',
  // Enough slow ones to outweigh a busy window of quick ones.
  raises: [
    {
      alert: 'ValidationDurationHigh',
      level: 'critical',
      ramp: () => ({ what: 'slow validations outweigh the quick ones', seconds: 60 }),
    },
  ],
  what: () => ({ extra: { perMinute: 60, slowShare: 1, slowMs: 800, quickMs: 25 } }),
  done: 'From now on there is a validation of 800 ms every second.',
});
