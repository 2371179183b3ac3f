/** A failure that was stored, in the order of storing. */
export interface Strike {
  readonly name: string;
  readonly type: string;
  /** Milliseconds. */
  readonly at: number;
}

export interface Made {
  readonly type: string;
  /** The failures it was made of, the newest first. */
  readonly of: readonly string[];
  readonly rejectedAt?: number;
}

/** Three strikes, told plainly: nothing here knows of statements, locks or queues. */
export interface StrikeState {
  readonly failures: readonly Strike[];
  readonly tests: readonly Made[];
}

export const NOTHING: StrikeState = { failures: [], tests: [] };

const NEEDED = 3;
export const WINDOW = 7 * 24 * 3_600_000;

export const failed = (state: StrikeState, failures: readonly Strike[]): StrikeState =>
  [...new Set(failures.map(({ type }) => type))].reduce(answered, {
    ...state,
    failures: [...state.failures, ...failures],
  });

export const rejected = (state: StrikeState, type: string, at: number): StrikeState =>
  answered(
    {
      ...state,
      tests: state.tests.map((test) => (test.type === type && isOpen(test) ? { ...test, rejectedAt: at } : test)),
    },
    type
  );

/** With a test for the type where it deserves one: of the latest strikes that lie close enough together. */
export function answered(state: StrikeState, type: string): StrikeState {
  const strikes = latestStrikes(state, type);
  return strikes && !state.tests.some((test) => test.type === type && isOpen(test))
    ? { ...state, tests: [...state.tests, { type, of: strikes.map(({ name }) => name) }] }
    : state;
}

const isOpen = ({ rejectedAt }: Made) => rejectedAt === undefined;

function latestStrikes({ failures, tests }: StrikeState, type: string): readonly Strike[] | undefined {
  const used = new Set(tests.flatMap(({ of }) => of));
  const since = Math.max(
    -Infinity,
    ...tests.flatMap((test) => (test.type === type ? [test.rejectedAt ?? -Infinity] : []))
  );
  const newestFirst = failures
    .filter((failure) => failure.type === type && failure.at > since && !used.has(failure.name))
    .reverse()
    .sort((a, b) => b.at - a.at);
  return newestFirst
    .map((_, i) => newestFirst.slice(i, i + NEEDED))
    .find((run) => run.length === NEEDED && (run[0]?.at ?? 0) - (run[NEEDED - 1]?.at ?? 0) <= WINDOW);
}
