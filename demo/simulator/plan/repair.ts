import { type ChatScript } from './chatScript';
import { type Random } from './random';
import { HOUR, MINUTE, SECOND } from './time';

/** How a repair is meant to end; `left` and `silent` chains are abandoned, by the user or by an hour of silence. */
export type Ending = 'fixed' | 'gave_up' | 'left' | 'silent';

/** Share of requests whose scene needs repair. */
const REPAIRS = 0.36;
/** Nearly nine of ten repairs succeed: well above the warning at 80 %. The circuit breaker trips in troubled times only. */
const ENDINGS: ReadonlyArray<readonly [Ending, number]> = [
  ['fixed', 0.88],
  ['left', 0.089],
  ['silent', 0.03],
  ['gave_up', 0.001],
];
/** Share of the repairs whose error no pattern knows, in troubled times. */
const RIDDLES = 0.002;

/** A named scene never needs more; only chains without a scene name, which never alert, may. */
const MOST_ATTEMPTS = 3;
const MOST_UNNAMED_ATTEMPTS = 5;
/** Of ten usual repairs. */
const ATTEMPTS = [1, 1, 1, 1, 1, 1, 1, 2, 2, MOST_ATTEMPTS] as const;

interface Step {
  readonly at: number;
  readonly scene: string | null;
  readonly does: 'attempt' | 'riddle' | 'fixed' | 'gave_up';
}

/** One repair of one scene: its steps, and how it is left behind. */
interface Repair {
  readonly steps: readonly Step[];
  readonly ending: Ending;
}

/** Repairs `scenes`, side by side if there are several. Returns when the last step was and what the user does next. */
export function playRepairs(
  script: ChatScript,
  dice: Random,
  start: number,
  scenes: ReadonlyArray<string | null>,
  course: Course
): { readonly end: number; readonly next: Ending } {
  const repairs = scenes.map((scene) => planRepair(dice, start, scene, course));
  const steps = repairs.flatMap(({ steps }) => steps).sort((a, b) => a.at - b.at);
  for (const { at, scene, does } of steps) {
    if (does === 'attempt' || does === 'riddle') {
      script.attempt(at, scene, does);
    } else {
      script.end(at, scene, does);
    }
  }
  const next =
    (['silent', 'left', 'gave_up'] as const).find((wanted) => repairs.some(({ ending }) => ending === wanted)) ??
    'fixed';
  return { end: steps.at(-1)?.at ?? start, next };
}

function planRepair(dice: Random, start: number, scene: string | null, course: Course): Repair {
  const ending = course.ending();
  // The dice are thrown in any case: all else is the same in troubled and in quiet times.
  const does = dice.chance(RIDDLES) && course.troubled ? 'riddle' : 'attempt';
  let at = start + (dice.chance(0.05) ? 0 : dice.between(2, 20) * SECOND + dice.between(0, 999));
  const attempts = Array.from({ length: attemptsFor(dice, course, ending, scene) }, (): Step => {
    const step: Step = { at, scene, does };
    at += dice.between(6, 45) * SECOND + dice.between(0, 999);
    return step;
  });
  if (ending === 'left' || ending === 'silent') {
    return { steps: attempts, ending };
  }
  // Sometimes both rows carry the very same time.
  const end = dice.chance(0.01) ? (attempts.at(-1)?.at ?? at) : at;
  return { steps: [...attempts, { at: end, scene, does: ending }], ending };
}

/** How things go in an hour, asked once for each thing. */
export interface Course {
  needsRepair(): boolean;
  ending(): Ending;
  /** How many attempts a usual repair takes. */
  attempts(): number;
  /** Whether the circuit breaker trips now and then, and errors appear that no pattern knows: each of them pages. */
  readonly troubled: boolean;
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;
const PLASTIC = 0.7548776662466927;
const SILVER = Math.SQRT2 - 1;

/**
 * What is repaired in an hour and how that ends, one after the other. Drawn by golden-ratio steps instead of dice: any few
 * of them hold nearly the right shares, so neither the success rate of a quiet Sunday nor the attempts of a busy hour
 * stray to a warning by chance.
 */
export function courseOfHour(start: number, troubled: boolean): Course {
  const hour = start / HOUR;
  let repair = hour * GOLDEN;
  let end = hour * PLASTIC;
  let tries = hour * SILVER;
  return {
    needsRepair: () => (repair += GOLDEN) % 1 < REPAIRS,
    ending: () => {
      end += GOLDEN;
      let left = end % 1;
      const ending = ENDINGS.find(([, share]) => (left -= share) < 0)?.[0] ?? 'fixed';
      return ending === 'gave_up' && !troubled ? 'left' : ending;
    },
    attempts: () => ATTEMPTS[Math.floor(((tries += GOLDEN) % 1) * ATTEMPTS.length)] ?? 1,
    troubled,
  };
}

function attemptsFor(dice: Random, course: Course, ending: Ending, scene: string | null): number {
  if (ending === 'gave_up') {
    return MOST_ATTEMPTS;
  }
  if (scene === null && dice.chance(0.1)) {
    return dice.between(MOST_ATTEMPTS + 1, MOST_UNNAMED_ATTEMPTS);
  }
  return course.attempts();
}

/** Things that happen long after a repair fell silent at `last`: none of them may revive it. Returns the last time. */
export function playAftermath(script: ChatScript, dice: Random, last: number, scene: string | null): number {
  const later = last + (dice.chance(0.1) ? 60 * MINUTE : dice.between(61, 90) * MINUTE);
  switch (dice.pick(['nothing', 'nothing', 'late success', 'retry'])) {
    case 'late success':
      script.end(later, scene, 'fixed');
      return later;
    case 'retry':
      script.attempt(later, scene);
      script.end(later + 12 * SECOND, scene, 'fixed');
      return later + 12 * SECOND;
    default:
      return last;
  }
}
