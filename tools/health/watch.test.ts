import { setTimeout as sleep } from 'node:timers/promises';
import { watch } from './watch';

describe('watching', () => {
  it('never begins a round before the one before has ended, and ends after the one under way', async () => {
    const stopping = new AbortController();
    const events: string[] = [];
    await watch(
      async () => {
        events.push('begin');
        await sleep(35);
        events.push('end');
        if (events.length === 6) {
          stopping.abort();
        }
      },
      10,
      stopping.signal
    );
    expect(events).toEqual(['begin', 'end', 'begin', 'end', 'begin', 'end']);
  });

  it('ends at once while it waits', async () => {
    const stopping = new AbortController();
    let rounds = 0;
    const began = performance.now();
    const ended = watch(
      async () => {
        rounds += 1;
        setImmediate(() => stopping.abort());
      },
      60_000,
      stopping.signal
    );
    await ended;
    expect([rounds, performance.now() - began < 5_000]).toEqual([1, true]);
  });
});
