import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { claimStack, readStack, removeStack, type Stack, stackFilePath, writeStack } from './stackFile';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'genwatch-stack-'));
  file = stackFilePath(join(folder, '.genwatch'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const stack: Stack = {
  ready: false,
  startedAt: '2026-01-02T03:04:05.000Z',
  dataDir: '/data',
  supervisor: { pid: 1, command: 'node genwatch.mjs start' },
  control: { url: 'http://127.0.0.1:1', token: 'secret' },
  services: {
    exporter: { url: 'http://127.0.0.1:2', pid: 2, state: 'running' },
    simulator: { url: '', state: 'stopped' },
  },
};

describe('stack.json', () => {
  it('is read as it was written', () => {
    writeStack(stack, file);
    expect(readStack(file)).toEqual(stack);
  });

  it('is for its owner alone, as it holds secrets, and leaves nothing beside it', () => {
    claimStack(stack, file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    writeStack({ ...stack, ready: true }, file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, '.genwatch'))).toEqual(['stack.json']);
  });

  it('is claimed once', () => {
    expect(claimStack(stack, file)).toBe(true);
    expect(claimStack({ ...stack, dataDir: '/other' }, file)).toBe(false);
    expect(readStack(file)?.dataDir).toBe('/data');
    removeStack(file);
    expect(claimStack(stack, file)).toBe(true);
  });

  it('is no stack where there is no file', () => {
    expect(readStack(file)).toBeUndefined();
  });

  it.each(['', '{', '{"ready":true}'])('with the content %j is refused with what to do', (content) => {
    claimStack(stack, file);
    writeFileSync(file, content);
    expect(() => readStack(file)).toThrow('If no stack runs, remove it');
  });
});
