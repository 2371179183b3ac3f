import { DAY, HOUR, MINUTE } from '../../plan/time';
import { DEFAULT_GENERATIONS } from '../plan/generationPlan';
import { plannedRuns } from './plannedRuns';

const NOW = Date.UTC(2026, 5, 11, 9, 17, 3, 141);
const options = { ...DEFAULT_GENERATIONS, troubledUntil: NOW };
const runs = (type: string, from: number, to: number) => plannedRuns(options, type, NOW - 20 * DAY, from, to);

describe('the runs of an approved test', () => {
  it('come soon after its approval, and later every four hours', () => {
    const first = runs('JsxSyntaxError', NOW - 20 * DAY, NOW - 19 * DAY).map(({ at }) => at - (NOW - 20 * DAY));

    expect(first.slice(0, 3)).toEqual([MINUTE, 2 * MINUTE, 4 * MINUTE]);
    expect(first.slice(9).map((at, i) => at - (first[8 + i] ?? 0))).toEqual(new Array(first.length - 9).fill(4 * HOUR));
  });

  it('are the same in parts as in a whole', () => {
    const parts = Array.from({ length: 40 }, (_, i) =>
      runs('JsxSyntaxError', NOW - 20 * DAY + i * 3 * HOUR, NOW - 20 * DAY + (i + 1) * 3 * HOUR)
    );

    expect(parts.flat()).toEqual(runs('JsxSyntaxError', NOW - 20 * DAY, NOW - 15 * DAY));
  });

  it('pass, but for one version on which a bug was back', () => {
    expect(runs('JsxSyntaxError', NOW - 20 * DAY, NOW).filter(({ passed }) => !passed)).toEqual([]);

    const relapse = runs('DependencyResolutionError', NOW - 20 * DAY, NOW);
    const version = relapse.find(({ passed }) => !passed)?.version;
    expect(relapse.filter((run) => run.version === version).every(({ passed }) => !passed)).toBe(true);
    expect(relapse.filter(({ passed }) => !passed).every((run) => run.version === version)).toBe(true);
    expect(relapse.at(-1)?.passed).toBe(true);
  });
});
