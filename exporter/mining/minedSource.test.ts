import { own } from '../../src/catalog/kinds/source';
import { type UnknownMessages } from '../../src/catalog/kinds/unknownMessages';
import { type Row } from '../values';
import { largest } from '../testing/exampleQuery';
import { createMinedSource } from './minedSource';
import { templatesDocument } from './minedSystems';

const unknown: UnknownMessages = {
  query: {
    id: 'example.unknown_messages',
    title: 'Unknown messages',
    columns: { message: 'text', at: 'integer', names: 'text' },
    sql: ({ from, to, limit }) => `SELECT … FROM log WHERE at >= ${from} AND at < ${to} LIMIT ${limit}`,
    source: own('for tests'),
  },
  openings: ['^fixing'],
  setting: 'validation.patterns',
  window: '7d',
  every: '1m',
  limit: 3,
  templates: largest,
};

function scripted() {
  const asked: string[] = [];
  const failures: unknown[] = [];
  const state: { now: number; rows: readonly Row[] | Error } = { now: 0, rows: [] };
  const mined = createMinedSource({
    system: 'example',
    unknown,
    settle: '5s',
    read: async (sql) => {
      asked.push(sql);
      if (state.rows instanceof Error) {
        throw state.rows;
      }
      return { rows: state.rows, at: state.now, durationMs: 20 };
    },
    clock: () => state.now,
    log: { failed: (_, outage) => failures.push(outage), recovered: () => undefined },
  });
  return { mined, state, asked, failures };
}

const row = (message: string | null, at: number, names: unknown[] = []): Row => ({
  message,
  at: String(at),
  names: JSON.stringify(names),
});

describe('a mined source', () => {
  it('has nothing before it was read', () => {
    const { mined } = scripted();
    expect(templatesDocument([mined])).toEqual({ readings: [], templates: [] });
  });

  it('asks for the window that ended a while ago, and for one row more than it mines', async () => {
    const { mined, asked } = scripted();
    await mined.source.refresh();
    expect(asked).toEqual([
      "SELECT … FROM log WHERE at >= now() - interval '604805 seconds' AND at < now() - interval '5 seconds' LIMIT 4",
    ]);
  });

  it('mines the newest messages, without what they begin with and without names', async () => {
    const { mined, state } = scripted();
    state.rows = [
      row('Fixing My Scene: cannot be drawn', 3000, ['My Scene', 7, null]),
      row('Fixing Other: cannot be drawn', 2000, ['Other']),
      row(null, 1000),
      row('Fixing this: is one too many', 0),
    ];
    await mined.source.refresh();
    state.now = 12_400;
    const { readings, templates } = templatesDocument([mined]);
    expect(readings).toEqual([{ system: 'example', window: '7d', messages: 3, isPart: true, ageSeconds: 12 }]);
    expect(templates.map(({ template, count }) => [template, count])).toEqual([['<text>: cannot be drawn', 2]]);
    expect(templates[0]).toMatchObject({ system: 'example', lastSeen: '1970-01-01T00:00:03.000Z' });
    expect(mined.source.reading()?.samples).toEqual([{ metric: largest, labels: {}, value: 1 }]);
  });

  it('keeps what it found while it cannot be read, and forgets what is gone when it is again', async () => {
    const { mined, state, failures } = scripted();
    state.rows = [row('cannot be drawn at all', 0)];
    await mined.source.refresh();
    state.rows = Object.assign(new Error('some text of a row'), { code: '42501' });
    await mined.source.refresh();
    expect(mined.templates()).toHaveLength(1);
    expect(failures).toEqual([expect.objectContaining({ reason: 'permission' })]);
    expect(JSON.stringify(failures)).not.toContain('some text');
    state.rows = [];
    await mined.source.refresh();
    expect(mined.templates()).toEqual([]);
  });
});
