import { ConnectionError } from './errorReason';
import { createSource, type SourceLog } from './source';
import { exampleQuery } from './testing/exampleQuery';
import { type Row } from './values';

/** A source whose database answers what the test says, at a time the test says. */
function scripted() {
  const said: string[] = [];
  const log: SourceLog = {
    failed: (source, { reason }) => said.push(`${source} ${reason}`),
    recovered: (source, ms) => said.push(`${source} recovered after ${ms}`),
  };
  let now = 0;
  let next: Row | Error = new Error('nothing scripted');
  const read = async () => {
    if (next instanceof Error) {
      throw next;
    }
    return { rows: [next], at: now, durationMs: 20 };
  };
  const source = createSource({ settle: '0s', query: exampleQuery(), read, clock: () => now, log });
  return {
    source,
    said,
    async refreshAt(time: number, answer: Row | Error) {
      now = time;
      next = answer;
      await source.refresh();
    },
  };
}

const ROW = { paid: '1', open: '2', largest: '9.5' };
const lost = new ConnectionError('lost');

describe('a source', () => {
  it('has neither reading nor outage before its first refresh has ended', () => {
    const { source } = scripted();
    expect(source.reading()).toBeUndefined();
    expect(source.outage()).toBeUndefined();
  });

  it('keeps its values through failures, with the time they are of', async () => {
    const { source, refreshAt } = scripted();
    await refreshAt(1000, ROW);
    await refreshAt(2000, lost);
    await refreshAt(3000, lost);
    expect(source.reading()).toMatchObject({ at: 1000, durationMs: 20 });
    expect(source.reading()?.samples.map(({ value }) => value)).toEqual([1, 2, 9.5]);
    expect(source.outage()).toMatchObject({ reason: 'unreachable', since: 2000 });
  });

  it('keeps all old values when one new value is wrong', async () => {
    const { source, refreshAt } = scripted();
    await refreshAt(1000, ROW);
    await refreshAt(2000, { ...ROW, paid: '7', open: 'many' });
    expect(source.reading()?.samples.map(({ value }) => value)).toEqual([1, 2, 9.5]);
    expect(source.outage()).toMatchObject({ reason: 'other' });
  });

  it('logs changes of state, not states', async () => {
    const { said, refreshAt } = scripted();
    await refreshAt(0, ROW);
    await refreshAt(1000, lost);
    await refreshAt(2000, lost);
    await refreshAt(3000, Object.assign(new Error('text'), { code: '42P01' }));
    await refreshAt(4000, Object.assign(new Error('text'), { code: '42P01' }));
    await refreshAt(5000, ROW);
    await refreshAt(6000, ROW);
    expect(said).toEqual([
      'example.orders unreachable',
      'example.orders missing_table',
      'example.orders recovered after 4000',
    ]);
  });
});
