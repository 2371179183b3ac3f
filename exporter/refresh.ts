import { type Clock } from './clock';
import { type Source } from './source';

/** A broken source is tried again so often even when its tier is slower, so that it recovers soon after it was mended. */
const RETRY_MS = 15_000;

/** The background loop of one source. */
export interface Refresh {
  /** There is a connection again: a source that failed for want of one is read at once. */
  connectionOpened(): void;
  /** Ends the loop; a refresh under way is left to end by itself. */
  stop(): void;
}

/**
 * Reads a source at once and then every `everyMs`, counted from the first time: slow answers do not shift the rhythm, and a
 * refresh never begins before the one before has ended.
 */
export function keepFresh(source: Source, everyMs: number, clock: Clock): Refresh {
  const start = clock();
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let opened = false;
  let stopped = false;

  async function run(): Promise<void> {
    running = true;
    opened = false;
    await source.refresh();
    running = false;
    if (!stopped) {
      const now = opened && source.outage()?.endsWithConnection === true;
      timer = setTimeout(() => void run(), now ? 0 : pause(source, everyMs, clock() - start));
    }
  }

  void run();
  return {
    connectionOpened() {
      opened = true;
      if (!running && !stopped && source.outage()?.endsWithConnection === true) {
        clearTimeout(timer);
        void run();
      }
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/** Milliseconds until the next refresh, `elapsedMs` after the first one began. */
export function pause(source: Pick<Source, 'outage'>, everyMs: number, elapsedMs: number): number {
  const left = everyMs - (elapsedMs % everyMs);
  // Timers may fire a moment early; that must not make two refreshes out of one.
  const untilNext = left < everyMs / 50 ? left + everyMs : left;
  const reason = source.outage()?.reason;
  // A statement that ran into its timeout is expensive: it keeps to its tier.
  return reason === undefined || reason === 'timeout' ? untilNext : Math.min(untilNext, RETRY_MS);
}
