import { setTimeout as sleep } from 'node:timers/promises';

interface UntilOptions {
  /** Completes "… did not happen", for the error: `Prometheus answers at http://…`. */
  readonly what: string;
  readonly timeoutMs: number;
  readonly everyMs?: number;
  /** Ends the waiting with the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * Waits until `condition` answers true. One that throws counts as "not yet"; the last thing thrown becomes the error's cause.
 * @throws Error naming `what` when the time is over
 */
export async function until(condition: () => Promise<boolean> | boolean, options: UntilOptions): Promise<void> {
  const deadline = Date.now() + options.timeoutMs;
  for (;;) {
    options.signal?.throwIfAborted();
    let cause: unknown;
    try {
      if (await condition()) {
        return;
      }
    } catch (error) {
      cause = error;
    }
    if (Date.now() >= deadline) {
      throw new Error(`Waited ${Math.round(options.timeoutMs / 1000)} s in vain until ${options.what}.`, { cause });
    }
    await sleep(options.everyMs ?? 50);
  }
}
