import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { disturbancesIn } from './disturbances';

describe('disturbances', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'genwatch-disturbances-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are none before the first, and each ends by itself', () => {
    const disturbances = disturbancesIn(join(folder, 'new'));
    expect(disturbances.all()).toEqual([]);
    disturbances.begin('leak', { since: 5, leak: { factor: 2, everyMs: 60_000 } });
    disturbances.begin('high', { since: 7, heapBytes: 1 });
    expect(disturbances.has('leak')).toBe(true);
    expect(disturbancesIn(join(folder, 'new')).all()).toEqual([
      { since: 7, heapBytes: 1 },
      { since: 5, leak: { factor: 2, everyMs: 60_000 } },
    ]);
    expect([disturbances.end('high'), disturbances.end('high')]).toEqual([true, false]);
    expect(disturbances.all()).toHaveLength(1);
  });

  it('tell which file is none of theirs', () => {
    writeFileSync(join(folder, 'odd.json'), '{ "since": "yesterday" }');
    expect(() => disturbancesIn(folder).all()).toThrow(`${join(folder, 'odd.json')} is not what`);
  });
});
