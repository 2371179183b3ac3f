import { DEFAULT_PLAN } from '../../plan/plan';
import { random } from '../../plan/random';
import { remembered } from '../../plan/remembered';
import { busyness } from '../../plan/rhythm';
import { DAY, HOUR, MINUTE } from '../../plan/time';
import { courseOfHour, type Course } from './course';
import { type ErrorKind } from './errorKind';
import { ERROR_KINDS } from './errorKinds';
import { GENERATIONS_PER_SESSION, LONGEST_SESSION, planSession, type PlannedGeneration } from './session';

export interface GenerationPlanOptions {
  readonly seedNumber: number;
  /** In the mean of many weeks. */
  readonly generationsPerDay: number;
  /** Before this instant, in milliseconds, there were bugs that came and went, a storm, and errors that page. */
  readonly troubledUntil?: number;
}

/** 15 000 generations in 30 days. */
export const DEFAULT_GENERATIONS: GenerationPlanOptions = {
  seedNumber: DEFAULT_PLAN.seedNumber,
  generationsPerDay: 500,
};

/** All generations that there were and will be: a pure function of the options and of time. */
export interface GenerationPlan {
  readonly options: GenerationPlanOptions;
  /** Those that end from `from` (included) to `to` (excluded), by time. */
  generations(from: number, to: number): PlannedGeneration[];
}

export function createGenerationPlan(options: GenerationPlanOptions = DEFAULT_GENERATIONS): GenerationPlan {
  const hour = remembered((start: number) => generationsOfHour(options, start));
  return {
    options,
    generations: (from, to) => {
      const first = Math.floor((from - LONGEST_SESSION) / HOUR) * HOUR;
      const hours = Math.max(0, Math.ceil((to - first) / HOUR));
      return Array.from({ length: hours }, (_, i) => hour(first + i * HOUR))
        .flatMap((generations) => generations.filter(({ at }) => at >= from && at < to))
        .sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
    },
  };
}

function generationsOfHour(options: GenerationPlanOptions, start: number): PlannedGeneration[] {
  const { seedNumber, generationsPerDay, troubledUntil = 0 } = options;
  const course = courseOfHour(start, troubledUntil);
  const perMinute = generationsPerDay / GENERATIONS_PER_SESSION / (DAY / MINUTE);
  // Sessions come as evenly as the rhythm has them.
  let due = random(seedNumber, 'sessions', start).share();
  const usual = Array.from({ length: HOUR / MINUTE }, (_, i) => {
    const minute = start + i * MINUTE;
    due += perMinute * busyness(seedNumber, minute);
    const begin = Math.floor(due);
    due -= begin;
    return Array.from({ length: begin }, (__, n) => planSession(seedNumber, minute, n, course)).flat();
  }).flat();
  return [...usual, ...outOfTheOrdinary(seedNumber, start, troubledUntil, course)];
}

/** Sessions beside the usual ones, for what fails at times of its own. */
function outOfTheOrdinary(seedNumber: number, start: number, troubledUntil: number, course: Course) {
  return ERROR_KINDS.filter((kind, i) => hasItsHour(seedNumber, start, troubledUntil, kind, i)).flatMap((kind) => {
    const minute = start + random(seedNumber, 'minute of', kind.type, start).between(0, 59) * MINUTE;
    return planSession(seedNumber, minute, kind.type, course, kind);
  });
}

/** A rare error comes once in so long, in the first hours of it: any three lie more than 7 days apart. */
const RARE = { every: 4 * DAY, within: 12 } as const;

function hasItsHour(
  seedNumber: number,
  start: number,
  troubledUntil: number,
  { type, incidence }: ErrorKind,
  index: number
): boolean {
  switch (incidence.comes) {
    case 'rarely': {
      // Not all of them on the same day.
      const shifted = start - index * DAY;
      const cell = Math.floor(shifted / RARE.every);
      const hour = random(seedNumber, 'rare', type, cell).between(0, RARE.within - 1);
      return shifted === cell * RARE.every + hour * HOUR;
    }
    case 'in trouble':
      return incidence.daysBefore.some((days) => Math.floor((troubledUntil - days * DAY) / HOUR) * HOUR === start);
    default:
      return false;
  }
}
