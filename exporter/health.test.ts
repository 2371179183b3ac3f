import { healthOf, notReady, type SourceHealth } from './health';
import { createSource } from './source';
import { exampleQuery } from './testing/exampleQuery';

const silent = { failed: () => undefined, recovered: () => undefined };
const WELL: SourceHealth = { source: 'a.b', up: true, ageSeconds: 1, everySeconds: 15, durationSeconds: 0.1 };
const FAILURE = { reason: 'timeout', remedy: 'Raise the timeout.', forSeconds: 3 } as const;

describe('healthOf', () => {
  it('tells age, failure and remedy of a source, and nothing else', async () => {
    let now = 1000;
    let rows = [{ paid: '1', open: '2', largest: '3' }];
    const read = async () => {
      if (rows.length === 0) {
        throw Object.assign(new Error('ann@example.org'), { code: '42501' });
      }
      return { rows, at: now, durationMs: 12 };
    };
    const source = createSource({ settle: '0s', query: exampleQuery(), read, clock: () => now, log: silent });
    await source.refresh();
    rows = [];
    now = 9000;
    await source.refresh();
    now = 11_000;
    expect(healthOf(source, () => now)).toEqual({
      source: 'example.orders',
      up: false,
      ageSeconds: 10,
      everySeconds: 15,
      durationSeconds: 0.012,
      failure: { reason: 'permission', code: '42501', remedy: expect.stringContaining('Grant SELECT'), forSeconds: 2 },
    });
  });
});

describe('notReady', () => {
  it('is content with sources that are no older than three rounds, even failing ones', () => {
    expect(notReady([WELL, { ...WELL, ageSeconds: 45 }, { ...WELL, up: false, failure: FAILURE }])).toEqual([]);
  });

  it('names what was never read and what is too old, and why', () => {
    expect(
      notReady([
        { ...WELL, ageSeconds: null },
        { ...WELL, source: 'c.d', ageSeconds: 45.001, failure: FAILURE },
      ])
    ).toEqual([
      'a.b has not been read yet.',
      'c.d was read 45.001 s ago, more than 45 s (timeout): Raise the timeout.',
    ]);
  });
});
