import { type ChatScript } from './chatScript';
import { type Random } from './random';
import { HOUR, MINUTE, SECOND } from './time';

/** How a repair is meant to end; `left` and `silent` chains are abandoned, by the user or by an hour of silence. */
export type Ending = 'fixed' | 'gave_up' | 'left' | 'silent';

/**
 * Nearly nine of ten repairs succeed: well above the warning at 80 %. The circuit breaker trips once in several days,
 * because each trip pages.
 */
const ENDINGS: ReadonlyArray<readonly [Ending, number]> = [
  ['fixed', 0.88],
  ['left', 0.0896],
  ['silent', 0.03],
  ['gave_up', 0.0004],
];

/** A named scene never needs more; only chains without a scene name, which never alert, may. */
const MOST_ATTEMPTS = 3;
const MOST_UNNAMED_ATTEMPTS = 5;

interface Step {
  readonly at: number;
  readonly scene: string | null;
  readonly does: 'attempt' | 'fixed' | 'gave_up';
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
  endings: Endings
): { readonly end: number; readonly next: Ending } {
  const repairs = scenes.map((scene) => planRepair(dice, start, scene, endings()));
  const steps = repairs.flatMap(({ steps }) => steps).sort((a, b) => a.at - b.at);
  for (const { at, scene, does } of steps) {
    if (does === 'attempt') {
      script.attempt(at, scene);
    } else {
      script.end(at, scene, does);
    }
  }
  const next =
    (['silent', 'left', 'gave_up'] as const).find((wanted) => repairs.some(({ ending }) => ending === wanted)) ??
    'fixed';
  return { end: steps.at(-1)?.at ?? start, next };
}

function planRepair(dice: Random, start: number, scene: string | null, ending: Ending): Repair {
  let at = start + (dice.chance(0.05) ? 0 : dice.between(2, 20) * SECOND + dice.between(0, 999));
  const attempts = Array.from({ length: attemptsFor(dice, ending, scene) }, (): Step => {
    const step: Step = { at, scene, does: 'attempt' };
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

/** Tells how the next repair ends. */
export type Endings = () => Ending;

const GOLDEN = (Math.sqrt(5) - 1) / 2;
const PLASTIC = 0.7548776662466927;

/**
 * How the repairs of an hour end, one after the other. Drawn by golden-ratio steps instead of dice: any few of them hold
 * nearly the right shares, so the success rate of a quiet Sunday does not stray to a warning by chance.
 */
export function endingsOfHour(start: number): Endings {
  let position = (start / HOUR) * PLASTIC;
  return () => {
    position += GOLDEN;
    let left = position % 1;
    return ENDINGS.find(([, share]) => (left -= share) < 0)?.[0] ?? 'fixed';
  };
}

function attemptsFor(dice: Random, ending: Ending, scene: string | null): number {
  if (ending === 'gave_up') {
    return MOST_ATTEMPTS;
  }
  if (scene === null && dice.chance(0.1)) {
    return dice.between(MOST_ATTEMPTS + 1, MOST_UNNAMED_ATTEMPTS);
  }
  return dice.pick([1, 1, 1, 1, 1, 1, 1, 2, 2, MOST_ATTEMPTS]);
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
