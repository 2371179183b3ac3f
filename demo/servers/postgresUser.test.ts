import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { nobody, requireReachable } from './postgresUser';

describe('nobody', () => {
  it('is taken from the list of users', () => {
    const passwd = 'root:x:0:0:root:/root:/bin/bash\nnobody:x:65534:65533:nobody:/nonexistent:/usr/sbin/nologin\n';
    expect(nobody(passwd)).toEqual({ uid: 65534, gid: 65533 });
  });

  it('is missing with a word on what to do instead', () => {
    expect(() => nobody('root:x:0:0:root:/root:/bin/bash\n')).toThrow('set DATABASE_URL');
  });
});

describe('requireReachable', () => {
  it('names the folder that may not be passed', () => {
    const closed = mkdtempSync(join(tmpdir(), 'genwatch-closed-'));
    mkdirSync(join(closed, 'a', 'b'), { recursive: true });
    try {
      expect(() => requireReachable(closed)).not.toThrow();
      expect(() => requireReachable(join(closed, 'a', 'b'))).toThrow(`may not pass ${closed} `);
    } finally {
      rmSync(closed, { recursive: true });
    }
  });
});
