import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chosenPage } from './chosenPage';

describe('what shows the plugin', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'genwatch-page-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const grafana = (version: string, { complete = true } = {}): string => {
    mkdirSync(join(folder, 'bin'));
    mkdirSync(join(folder, 'conf'));
    writeFileSync(join(folder, 'bin/grafana'), `#!/bin/sh\necho "grafana version ${version}"\n`);
    chmodSync(join(folder, 'bin/grafana'), 0o755);
    if (complete) {
      writeFileSync(join(folder, 'conf/defaults.ini'), '');
    }
    return join(folder, 'bin');
  };

  it('is a Grafana on PATH that is recent enough', async () => {
    const path = grafana('12.3.0');
    expect(await chosenPage('auto', `/nowhere:${path}`)).toEqual({
      kind: 'binary',
      why: 'Grafana 12.3.0 from PATH',
      grafana: join(path, 'grafana'),
      home: folder,
    });
    expect(await chosenPage('preview', path)).toMatchObject({ kind: 'preview' });
  });

  it('is the preview without one, and says why', async () => {
    expect(await chosenPage('auto', '/nowhere')).toEqual({ kind: 'preview', why: 'no grafana on PATH' });
    expect(await chosenPage('auto', grafana('11.6.1'))).toMatchObject({ why: expect.stringContaining('needs 12.3') });
  });

  it('is the preview where Grafana lacks its files', async () => {
    expect(await chosenPage('auto', grafana('12.3.0', { complete: false }))).toMatchObject({
      kind: 'preview',
      why: expect.stringContaining('not its files'),
    });
  });

  it('is nothing when a Grafana is wanted that is not there', async () => {
    await expect(chosenPage('binary', '/nowhere')).rejects.toThrow('Put a Grafana of 12.3 or newer on PATH');
  });
});
