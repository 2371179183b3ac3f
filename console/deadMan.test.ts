import { silenceWatch, watchdogState, type Watchdog } from './deadMan';
import { type Notification } from './notification';

const at = (minutes: number) => new Date(Date.UTC(2025, 0, 13, 15, 0) + minutes * 60_000);

describe('watchdogState', () => {
  it('waits for the first watchdog for three minutes', () => {
    expect(watchdogState({ startedAt: at(0) }, at(3))).toBe('waiting');
    expect(watchdogState({ startedAt: at(0) }, at(3.01))).toBe('silent');
  });

  it('counts from the last watchdog once there was one', () => {
    const watchdog = { startedAt: at(0), lastHeardAt: at(10) };
    expect(watchdogState(watchdog, at(13))).toBe('heard');
    expect(watchdogState(watchdog, at(13.01))).toBe('silent');
  });
});

describe('silenceWatch', () => {
  it('tells once that the watchdog went silent, and once that it is back', () => {
    const told: Notification[] = [];
    const watchdog: { current: Watchdog } = { current: { startedAt: at(0), lastHeardAt: at(1) } };
    let now = at(2);
    const look = silenceWatch({
      watchdog,
      now: () => now,
      tell: (notification) => told.push(notification),
      console: 'http://127.0.0.1:9465',
      severity: 'page',
    });
    look();
    expect(told).toEqual([]);

    now = at(8);
    look();
    look();
    expect(told).toMatchObject([{ status: 'firing', severity: 'page', startsAt: at(1).toISOString(), endsAt: null }]);
    expect(told[0]?.annotations.description).toContain('none was heard for 7 minutes');

    watchdog.current = { ...watchdog.current, lastHeardAt: at(9) };
    now = at(9.5);
    look();
    look();
    expect(told.slice(1)).toMatchObject([
      { status: 'resolved', startsAt: at(1).toISOString(), endsAt: now.toISOString() },
    ]);
  });
});
