import { seconds, type Duration } from '../exact/duration';
import { type Series } from './series';
import { type Edge } from './shape';

const SEEN_STEPS = 2;

/** Of several series that are all needed one ends, each in turn: when its last value has lapsed there is no value. */
export const oneGone = (series: readonly Series[], holds: Duration, stepSeconds: number): Edge[] =>
  series.map((ending) => ({
    name: `${ending.name} is gone for too long while the rest goes on`,
    series: series.map((one) =>
      one === ending ? { ...one, phases: one.phases.map((phase) => ({ ...phase, steps: SEEN_STEPS })) } : one
    ),
    step: SEEN_STEPS + Math.ceil((seconds(holds) / stepSeconds) * 1.3),
  }));
