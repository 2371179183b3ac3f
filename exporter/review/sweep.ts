import { type Failure } from '../errorReason';
import { reviewFailure } from './reviewFailure';

/** Told about changes only: a sweep that keeps failing is not repeated. */
export interface SweepLog {
  /** This installation has no function to call. */
  absent(): void;
  failed(failure: Failure): void;
  recovered(): void;
  made(tests: number): void;
}

export interface SweepOptions {
  /** @returns how many tests were made */
  readonly sweep: () => Promise<number>;
  readonly everyMs: number;
  readonly log: SweepLog;
  /** Called at each failure. */
  readonly onError: () => void;
}

/** The background loop that makes the tests which the trigger put off. */
export interface Sweep {
  /** Ends the loop; a sweep under way is left to end by itself. */
  stop(): void;
}

const NO_FUNCTION = '42883';

/** Sweeps at once and then so often; never two at a time. */
export function keepSweeping({ sweep, everyMs, log, onError }: SweepOptions): Sweep {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let trouble: string | undefined;

  async function run(): Promise<void> {
    try {
      const made = await sweep();
      if (trouble !== undefined) {
        trouble = undefined;
        log.recovered();
      }
      if (made > 0) {
        log.made(made);
      }
    } catch (error) {
      if (!stopped) {
        fail(reviewFailure(error));
      }
    }
    if (!stopped) {
      timer = setTimeout(() => void run(), everyMs);
    }
  }

  function fail(failure: Failure): void {
    const before = trouble;
    trouble = failure.code === NO_FUNCTION ? NO_FUNCTION : failure.reason;
    if (trouble !== NO_FUNCTION) {
      onError();
    }
    if (trouble !== before) {
      trouble === NO_FUNCTION ? log.absent() : log.failed(failure);
    }
  }

  void run();
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
