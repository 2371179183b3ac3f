import { boundInSeriesUnit, pointsDown, type ParsedBound } from '../../catalog/exact/bound';
import { ONE, plus, print } from '../../catalog/exact/decimal';
import { LEVELS, type Level, type Threshold } from '../../catalog/kinds/threshold';

/** A colour that holds from `from` upwards (decimal text, in the unit of the series); the first one has no start. */
export interface ThresholdStep {
  readonly from: string | null;
  readonly color: 'green' | 'blue' | 'orange' | 'red';
}

const COLORS: Record<Level, ThresholdStep['color']> = {
  target: 'green',
  info: 'blue',
  warning: 'orange',
  critical: 'red',
};

/** The panel's colours and lines, from the levels alone. */
export function thresholdSteps(threshold: Threshold): ThresholdStep[] {
  const levels = LEVELS.flatMap((level) => {
    const bound = threshold.levels[level];
    return bound && level !== 'target'
      ? [{ color: COLORS[level], bound: boundInSeriesUnit(bound, threshold.unit) }]
      : [];
  });
  const [mildest] = levels;
  if (!mildest) {
    return [{ from: null, color: 'green' }];
  }
  if (pointsDown(mildest.bound)) {
    // Worst first: each colour ends where the next milder level's bound lies.
    const worstFirst = [...levels].reverse();
    return worstFirst
      .map(({ color }, i): ThresholdStep => {
        const worse = worstFirst[i - 1];
        return { from: worse ? startOf(worse.bound, threshold) : null, color };
      })
      .concat({ from: startOf(mildest.bound, threshold), color: 'green' });
  }
  return [
    { from: null, color: 'green' },
    ...levels.map(({ color, bound }) => ({ from: startOf(bound, threshold), color })),
  ];
}

/** Grafana's steps include their start, so "> 3" of whole numbers starts at 4. */
function startOf(bound: ParsedBound, { unit }: Threshold): string {
  const excludes = bound.operator === '>' || bound.operator === '<=';
  return print(excludes && unit === 'count' ? plus(bound.value, ONE) : bound.value);
}
