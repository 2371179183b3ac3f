import { DEFAULT_SETTINGS } from '../../../../src/catalog/settings/defaults';
import { FAILURE_CATEGORIES } from '../../../../src/catalog/settings/settings';
import { random } from '../../plan/random';
import { DAY, HOUR, MINUTE } from '../../plan/time';
import { ERROR_KINDS } from './errorKinds';
import { createGenerationPlan, DEFAULT_GENERATIONS } from './generationPlan';
import { type PlannedGeneration } from './session';

const NOW = Date.UTC(2026, 5, 11, 9, 17, 3, 141);
const QUIET = 30;
const quiet = createGenerationPlan().generations(NOW, NOW + QUIET * DAY);
const troubled = createGenerationPlan({ ...DEFAULT_GENERATIONS, troubledUntil: NOW }).generations(NOW - 27 * DAY, NOW);

const failed = (generations: readonly PlannedGeneration[]) => generations.filter(({ kind }) => kind !== undefined);
const share = (generations: readonly PlannedGeneration[]) => failed(generations).length / generations.length;
const within = (from: number, length: number) => quiet.filter(({ at }) => at >= from && at < from + length);

describe('the plan of the generations', () => {
  it('says the same of a stretch whole and in parts', () => {
    const plan = createGenerationPlan();
    const parts = Array.from({ length: 24 }, (_, i) => plan.generations(NOW + i * HOUR, NOW + (i + 1) * HOUR));

    expect(parts.flat().map(({ key }) => key)).toEqual(within(NOW, DAY).map(({ key }) => key));
  });

  it('has about 500 generations a day, of which 8 % fail, and all frameworks', () => {
    expect(Math.abs(quiet.length / QUIET - DEFAULT_GENERATIONS.generationsPerDay)).toBeLessThan(15);
    expect(share(quiet)).toBeCloseTo(0.08, 2);
    expect(new Set(quiet.map(({ person }) => person.framework))).toEqual(new Set(['React', 'HTML', 'Vue', 'Svelte']));
  });

  it('is far from every alert at every half hour of quiet times', () => {
    for (let from = NOW; from < NOW + (QUIET - 1) * DAY; from += 30 * MINUTE) {
      const hour = within(from, HOUR);
      const count = (category: string) => hour.filter(({ kind }) => kind?.category === category).length;

      expect({ from, quiet: hour.length > 4, often: share(hour) > 0.4 }).toMatchObject({ quiet: true, often: false });
      expect(count('ai_timeout')).toBeLessThanOrEqual(3);
      expect(count('rate_limit')).toBeLessThanOrEqual(3);
      expect(hour.filter(({ kind }) => kind?.severity === 'critical')).toEqual([]);
    }
  });

  it('has every kind of error in troubled times, each known by its category', () => {
    expect(new Set(failed(troubled).map(({ kind }) => kind?.type))).toEqual(
      new Set(ERROR_KINDS.map(({ type }) => type))
    );
    expect(new Set(ERROR_KINDS.map(({ category }) => category))).toEqual(new Set(FAILURE_CATEGORIES));
    expect(failed(quiet).filter(({ kind }) => kind?.incidence.comes === 'for a while')).toEqual([]);
  });

  it('has rare errors that never come three times in 7 days', () => {
    for (const { type } of ERROR_KINDS.filter(({ incidence }) => incidence.comes === 'rarely')) {
      const times = quiet.filter(({ kind }) => kind?.type === type).map(({ at }) => at);

      expect(times.length).toBeGreaterThan(5);
      times.slice(2).forEach((at, i) => expect(at - (times[i] ?? at)).toBeGreaterThan(7 * DAY));
    }
  });

  it('has users who recover, users who never do, and users who fail again and again', () => {
    const first = within(NOW, 30 * DAY);
    const last = (user: string | null) => first.filter(({ person }) => person.user === user).at(-1);
    const users = [...new Set(failed(first).map(({ person }) => person.user))].filter((user) => user !== null);
    const lost = users.filter((user) => last(user)?.kind !== undefined);
    const failures = users.map((user) => failed(first).filter(({ person }) => person.user === user).length);

    expect(lost.length).toBeGreaterThan(5);
    expect(lost.length / users.length).toBeLessThan(0.3);
    expect(failures.filter((count) => count > 50)).toHaveLength(3);
  });

  it('has words by which the settings find the category that the application gave', () => {
    for (const kind of ERROR_KINDS) {
      for (let i = 0; i < 200; i++) {
        const message = kind.message(random('message', kind.type, i));
        const known = DEFAULT_SETTINGS.generation.categories.find(({ pattern }) =>
          new RegExp(pattern, 'i').test(message)
        );

        expect([message, known?.category ?? 'unknown']).toEqual([message, kind.category]);
      }
    }
  });
});
