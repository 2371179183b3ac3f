import { type Clock } from './clock';
import { type Source } from './source';

/** A broken source is tried again so often even when its tier is slower, so that it recovers soon after it was mended. */
const RETRY_MS = 15_000;
/** Changes that are told within so long are read together. */
const DEBOUNCE_MS = 1_000;
/** Whoever tells a change may keep silent about those of the next second. */
const SILENT_MS = 1_000;
/** For changes a source is read so many times its own duration apart at least: a costly one keeps to its tier. */
const RELIEF = 500;

/** The background loop of one source. */
export interface Refresh {
  /** There is a connection again: a source that failed for want of one is read at once. */
  connectionOpened(): void;
  /** What the source reads has changed: it is read as soon as the change counts. */
  changed(): void;
  /** Ends the loop; a refresh under way is left to end by itself. */
  stop(): void;
}

/**
 * Reads a source at once and then every `everyMs`, counted from the first time: slow answers do not shift the rhythm, and a
 * refresh never begins before the one before has ended.
 *
 * @param settleMs how old a row has to be to count, so how long after a change it is worth reading
 */
export function keepFresh(source: Source, everyMs: number, clock: Clock, settleMs = 0): Refresh {
  const start = clock();
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let opened = false;
  let stopped = false;
  /** The first change that no refresh has seen yet, and when the last may have been. */
  let unseen: { readonly first: number; readonly last: number } | undefined;
  let began = start;

  async function run(): Promise<void> {
    clearTimeout(timer);
    running = true;
    opened = false;
    began = clock();
    await source.refresh();
    running = false;
    const seen = began - settleMs;
    unseen = unseen && unseen.last > seen ? { first: Math.max(unseen.first, seen), last: unseen.last } : undefined;
    if (!stopped) {
      schedule();
    }
  }

  function schedule(): void {
    const now = opened && source.outage()?.endsWithConnection === true;
    clearTimeout(timer);
    timer = setTimeout(() => void run(), now ? 0 : Math.min(pause(source, everyMs, clock() - start), untilChange()));
  }

  /** Milliseconds until a change that nobody has read yet is worth reading. */
  function untilChange(): number {
    if (unseen === undefined || source.outage()) {
      return Infinity;
    }
    const relief = began + RELIEF * (source.reading()?.durationMs ?? 0);
    const due = Math.max(unseen.first + Math.max(settleMs, DEBOUNCE_MS), began + DEBOUNCE_MS, relief);
    return Math.max(0, due - clock());
  }

  void run();
  return {
    connectionOpened() {
      opened = true;
      if (!running && !stopped && source.outage()?.endsWithConnection === true) {
        void run();
      }
    },
    changed() {
      const now = clock();
      const isFirst = unseen === undefined;
      unseen = { first: unseen?.first ?? now, last: now + SILENT_MS };
      if (isFirst && !running && !stopped) {
        schedule();
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
