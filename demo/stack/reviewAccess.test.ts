import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { reviewAccess } from './reviewAccess';

describe('the access of the reviews', () => {
  const folder = mkdtempSync(join(tmpdir(), 'genwatch-access-'));
  const access = () => reviewAccess(folder, 'postgresql://genwatch@127.0.0.1:15432/genwatch');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has a role of its own, and a secret that stays and that others cannot read', () => {
    const { databaseUrl, secret, secretFile } = access();
    expect(databaseUrl).toBe('postgresql://genwatch_reviewer@127.0.0.1:15432/genwatch');
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(statSync(secretFile).mode & 0o777).toBe(0o600);
    expect(access()).toEqual({ databaseUrl, secret, secretFile });
  });
});
