import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Runs `round` every `everyMs`, counted from the first: a round never begins before the one before has ended, and beats
 * that it missed are left out.
 * @returns when `signal` is aborted and the round under way has ended
 */
export async function watch(round: () => Promise<void>, everyMs: number, signal: AbortSignal): Promise<void> {
  const start = performance.now();
  while (!signal.aborted) {
    await round();
    const elapsed = performance.now() - start;
    await sleep(everyMs - (elapsed % everyMs), undefined, { signal }).catch(() => undefined);
  }
}
