import { DAY, HOUR, MINUTE } from '../../plan/time';
import { type ErrorKind } from './errorKind';
import { ERROR_KINDS, kindOfType } from './errorKinds';
import { type Framework } from './people';

/** What becomes of the requests of an hour, asked once for each of them. */
export interface Course {
  /** What a request fails of at first; nothing when it succeeds at once. */
  failure(at: number, framework: Framework): ErrorKind | undefined;
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;
const PLASTIC = 0.7548776662466927;
/** Share of requests that fail at first. With those that fail again it is about 8 % of all generations. */
const FAILS = 0.063;
/** For so long the model's provider turned many away, so many days before the end of troubled times. */
const STORM = { daysBefore: 10, lasts: 40 * MINUTE, share: 0.45, type: 'RateLimitError' } as const;

/** Drawn by golden-ratio steps instead of dice: no quiet hour strays to an alert by chance. */
export function courseOfHour(start: number, troubledUntil: number): Course {
  let request = (start / HOUR) * GOLDEN;
  let which = (start / HOUR) * PLASTIC;
  const kindAt = (at: number, framework: Framework) => {
    const kinds = ERROR_KINDS.map((one) => ({ one, weight: weightAt(one, at, framework, troubledUntil) }));
    which += GOLDEN;
    let left = (which % 1) * kinds.reduce((sum, { weight }) => sum + weight, 0);
    return kinds.find(({ weight }) => (left -= weight) < 0)?.one;
  };
  return {
    failure(at, framework) {
      request += GOLDEN;
      const stormy = isStormy(at, troubledUntil);
      if (request % 1 >= (stormy ? STORM.share : FAILS)) {
        return undefined;
      }
      return stormy ? kindOfType(STORM.type) : kindAt(at, framework);
    },
  };
}

function weightAt(kind: ErrorKind, at: number, framework: Framework, troubledUntil: number): number {
  const { incidence } = kind;
  if (kind.framework !== undefined && kind.framework !== framework) {
    return 0;
  }
  switch (incidence.comes) {
    case 'steadily':
      return incidence.weight;
    case 'for a while':
      return at >= troubledUntil - incidence.from * DAY && at < troubledUntil - incidence.to * DAY
        ? incidence.weight
        : 0;
    case 'rarely':
    case 'in trouble':
      return 0;
  }
}

function isStormy(at: number, troubledUntil: number): boolean {
  const begins = troubledUntil - STORM.daysBefore * DAY;
  return at >= begins && at < begins + STORM.lasts;
}
