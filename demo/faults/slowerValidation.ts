import { disturb } from './disturb';

/** Validating takes longer than it should, and no single validation is slow by itself. */
export const slowerValidation = disturb({
  id: 'slower-validation',
  title: 'validating takes longer than it should',
  // Enough of them to outweigh a window of quick ones.
  raises: [
    {
      alert: 'ValidationDurationHigh',
      level: 'warning',
      ramp: () => ({ what: 'slow validations outweigh the quick ones', seconds: 120 }),
    },
  ],
  what: () => ({ extra: { perMinute: 600, slowShare: 1, slowMs: 150, quickMs: 150 } }),
  done: 'From now on there are ten validations of 150 ms every second.',
});
