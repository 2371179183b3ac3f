import { random, type Random } from '../../plan/random';

/** Every project id that the simulator makes begins so; nothing else in the tables may. */
export const PROJECT_PREFIX = 'demo-';

export const FRAMEWORKS = ['React', 'HTML', 'Vue', 'Svelte'] as const;
export type Framework = (typeof FRAMEWORKS)[number];

/** Who asks for a generation, and for which project. */
export interface Person {
  /** Nothing for a visitor who did not sign in. */
  readonly user: string | null;
  readonly project: string;
  readonly framework: Framework;
  /** As the application wrote it down: its versions did not agree about the letters. */
  readonly frameworkWritten: string | null;
  /** The error type that this user's projects meet again and again: the generator cannot cope with them. */
  readonly bane?: string;
}

const REGULARS = 80;
/** What the projects of some regulars, by their number, fail of far more often than others. */
const BANES: Readonly<Record<number, string>> = {
  6: 'SchemaValidationError',
  17: 'JsxSyntaxError',
  33: 'SchemaValidationError',
};
/** Share of sessions of people who come once. When theirs fails for good they never recover. */
const VISITS = 0.15;
const MOST_PROJECTS = 4;

/** Some regulars come far more often than others. */
export function whoComes(seedNumber: number, dice: Random): Person {
  if (dice.chance(VISITS)) {
    return person(dice, dice.chance(0.2) ? null : userId(dice));
  }
  const number = Math.floor(REGULARS * dice.share() ** 2);
  const own = random(seedNumber, 'regular', number);
  const user = userId(own);
  const project = dice.between(1, own.between(1, MOST_PROJECTS));
  return person(random(seedNumber, 'project', number, project), user, BANES[number]);
}

function person(dice: Random, user: string | null, bane?: string): Person {
  const framework = frameworkOf(dice.share());
  const frameworkWritten = dice.chance(0.06) ? framework.toLowerCase() : dice.chance(0.02) ? null : framework;
  return {
    user,
    project: `${PROJECT_PREFIX}${dice.hex(10)}`,
    framework,
    frameworkWritten,
    ...(bane !== undefined && { bane }),
  };
}

const userId = (dice: Random): string => `user-${dice.hex(8)}`;

function frameworkOf(share: number): Framework {
  return share < 0.58 ? 'React' : share < 0.82 ? 'HTML' : share < 0.95 ? 'Vue' : 'Svelte';
}
