import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Starts the console and waits until it tells its address. */
async function start(env: Record<string, string>): Promise<{ child: ChildProcess; url: string }> {
  const child = fork(join(__dirname, 'main.ts'), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, GENWATCH_LISTEN: '127.0.0.1:0', ...env },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const [{ url }] = (await once(child, 'message')) as [{ url: string }];
  return { child, url };
}

const ended = async (child: ChildProcess): Promise<unknown> =>
  child.exitCode === null ? (await once(child, 'exit'))[0] : child.exitCode;

describe('the console as a process', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('ends cleanly at %s, even with a connection open', async (signal) => {
    const { child, url } = await start({});
    expect((await fetch(`${url}/ready`)).status).toBe(200);
    child.kill(signal);
    expect(await ended(child)).toBe(0);
  });

  it('ends when the process that started it is gone', async () => {
    const { child } = await start({});
    child.disconnect();
    expect(await ended(child)).toBe(0);
  });

  it('says what is wrong with its environment and fails', async () => {
    const child = fork(join(__dirname, 'main.ts'), {
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, GENWATCH_LISTEN: 'nonsense' },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const [text] = (await once(child.stderr!, 'data')) as [Buffer];
    expect(text.toString()).toContain('write GENWATCH_LISTEN as host:port');
    expect(await ended(child)).toBe(1);
  });
});
