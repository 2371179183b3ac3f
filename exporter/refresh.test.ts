import { failureOf, endsWithConnection, ConnectionError } from './errorReason';
import { keepFresh, pause } from './refresh';
import { type Outage, type Source } from './source';
import { exampleQuery } from './testing/exampleQuery';

const outageOf = (error: unknown): Outage => ({
  ...failureOf(error),
  since: 0,
  endsWithConnection: endsWithConnection(error),
});
const UNREACHABLE = outageOf(new ConnectionError('lost'));
const TIMEOUT = outageOf(Object.assign(new Error(), { code: '57014' }));
const MISSING = outageOf(Object.assign(new Error(), { code: '42P01' }));

/** A source that notes when it is refreshed, takes `takes` ms, and fails with `outage`. */
function noting() {
  const at: number[] = [];
  const state: { takes: number; outage: Outage | undefined } = { takes: 0, outage: undefined };
  const source: Source = {
    query: exampleQuery(),
    reading: () => undefined,
    outage: () => state.outage,
    refresh: () => {
      at.push(performance.now());
      return new Promise((resolve) => setTimeout(resolve, state.takes));
    },
  };
  return { source, state, at };
}

const clock = () => performance.now();

describe('keepFresh', () => {
  beforeEach(() => jest.useFakeTimers({ now: 0 }));
  afterEach(() => jest.useRealTimers());

  it('reads at once, then in a rhythm that slow answers do not shift', async () => {
    const { source, state, at } = noting();
    state.takes = 400;
    const refresh = keepFresh(source, 1000, clock);
    await jest.advanceTimersByTimeAsync(3500);
    refresh.stop();
    expect(at).toEqual([0, 1000, 2000, 3000]);
  });

  it('never overlaps, and skips the beats it missed', async () => {
    const { source, state, at } = noting();
    state.takes = 2300;
    const refresh = keepFresh(source, 1000, clock);
    await jest.advanceTimersByTimeAsync(6500);
    refresh.stop();
    expect(at).toEqual([0, 3000, 6000]);
  });

  it('reads a source that had no connection as soon as there is one, and keeps its rhythm', async () => {
    const { source, state, at } = noting();
    state.outage = UNREACHABLE;
    const refresh = keepFresh(source, 10_000, clock);
    await jest.advanceTimersByTimeAsync(4200);
    refresh.connectionOpened();
    state.outage = undefined;
    await jest.advanceTimersByTimeAsync(6000);
    refresh.stop();
    expect(at).toEqual([0, 4200, 10_000]);
  });

  it('notices a connection that opens while it is failing for want of one', async () => {
    const { source, state, at } = noting();
    state.outage = UNREACHABLE;
    state.takes = 500;
    const refresh = keepFresh(source, 10_000, clock);
    await jest.advanceTimersByTimeAsync(100);
    refresh.connectionOpened();
    await jest.advanceTimersByTimeAsync(1000);
    refresh.stop();
    // No timer is shorter than a millisecond.
    expect(at).toEqual([0, 501]);
  });

  it.each([
    ['is well', undefined],
    ['fails for another reason', MISSING],
    ['runs into its timeout', TIMEOUT],
  ])('does not hurry a source that %s', async (_, outage) => {
    const { source, state, at } = noting();
    state.outage = outage;
    const refresh = keepFresh(source, 10_000, clock);
    await jest.advanceTimersByTimeAsync(4000);
    refresh.connectionOpened();
    await jest.advanceTimersByTimeAsync(1000);
    refresh.stop();
    expect(at).toEqual([0]);
  });

  describe('of what has changed', () => {
    const SETTLE = 5000;
    const changing = () => {
      const noted = noting();
      return { ...noted, refresh: keepFresh(noted.source, 60_000, clock, SETTLE) };
    };

    it('reads as soon as the change counts, again for those of the second after it, and keeps the rhythm of its tier', async () => {
      const { at, refresh } = changing();
      await jest.advanceTimersByTimeAsync(10_000);
      refresh.changed();
      refresh.changed();
      await jest.advanceTimersByTimeAsync(60_000);
      refresh.stop();
      expect(at).toEqual([0, 15_000, 16_000, 60_000]);
    });

    it('reads every second while changes go on, until the last ones count', async () => {
      const { at, refresh } = changing();
      await jest.advanceTimersByTimeAsync(10_000);
      for (let i = 0; i < 4; i += 1) {
        refresh.changed();
        await jest.advanceTimersByTimeAsync(700);
      }
      await jest.advanceTimersByTimeAsync(20_000);
      refresh.stop();
      expect(at).toEqual([0, 15_000, 16_000, 17_000, 18_000, 19_000]);
    });

    it('leaves an expensive source five hundred times as long alone as it took', async () => {
      const { at, source } = noting();
      const costly: Source = { ...source, reading: () => ({ samples: [], at: 0, durationMs: 16 }) };
      const refresh = keepFresh(costly, 60_000, clock, 0);
      await jest.advanceTimersByTimeAsync(2000);
      refresh.changed();
      await jest.advanceTimersByTimeAsync(20_000);
      refresh.stop();
      expect(at).toEqual([0, 8000]);
    });

    it('does not hurry a source that fails', async () => {
      const { at, state, refresh } = changing();
      state.outage = TIMEOUT;
      await jest.advanceTimersByTimeAsync(10_000);
      refresh.changed();
      await jest.advanceTimersByTimeAsync(40_000);
      refresh.stop();
      expect(at).toEqual([0]);
    });

    it('hears a change that comes while it reads', async () => {
      const { at, state, refresh } = changing();
      state.takes = 900;
      await jest.advanceTimersByTimeAsync(500);
      refresh.changed();
      await jest.advanceTimersByTimeAsync(20_000);
      refresh.stop();
      expect(at).toEqual([0, 5500, 6500]);
    });
  });

  it('stops', async () => {
    const { source, state, at } = noting();
    state.outage = UNREACHABLE;
    const refresh = keepFresh(source, 1000, clock);
    await jest.advanceTimersByTimeAsync(1500);
    refresh.stop();
    refresh.connectionOpened();
    await jest.advanceTimersByTimeAsync(5000);
    expect(at).toEqual([0, 1000]);
  });
});

describe('pause', () => {
  const after = (outage: Outage | undefined, everyMs: number, elapsedMs: number) =>
    pause({ outage: () => outage }, everyMs, elapsedMs);

  it('tries a broken source of a slow tier again after 15 s, an expensive timeout only with its tier', () => {
    expect(after(MISSING, 600_000, 100)).toBe(15_000);
    expect(after(UNREACHABLE, 600_000, 100)).toBe(15_000);
    expect(after(TIMEOUT, 600_000, 100)).toBe(599_900);
    expect(after(undefined, 600_000, 100)).toBe(599_900);
  });

  it('takes a timer that fired a moment early for the beat it was meant for', () => {
    expect(after(undefined, 15_000, 14_999)).toBe(15_001);
  });
});
