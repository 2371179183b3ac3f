import { disturb } from './disturb';

/** Most validations are quicker than ever, and three of ten are slow: the mean does not tell. */
export const slowSpikes = disturb({
  id: 'slow-spikes',
  title: 'some validations are slow',
  raises: [
    {
      alert: 'ValidationSlowSpikes',
      level: 'warning',
      ramp: () => ({ what: 'enough validations were slow', seconds: 120 }),
    },
  ],
  what: () => ({ extra: { perMinute: 120, slowShare: 0.3, slowMs: 230, quickMs: 25 } }),
  done: 'From now on two validations a second come in addition, and three of ten take 230 ms.',
});
