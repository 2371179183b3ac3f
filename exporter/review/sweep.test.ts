import { until } from '../../demo/servers/until';
import { keepSweeping, type Sweep } from './sweep';

const withCode = (code: string) => Object.assign(new Error('ann@example.org'), { code });
const MISSING = withCode('42883');
const DENIED = withCode('42501');

let running: Sweep | undefined;
afterEach(() => running?.stop());

/** Sweeps with these results one after the other, and goes on with the last; what was said, and how many failed. */
async function sweeping(...results: ReadonlyArray<number | Error>) {
  const said: string[] = [];
  let errors = 0;
  let round = 0;
  running = keepSweeping({
    sweep: async () => {
      const result = results[Math.min(round, results.length - 1)] ?? 0;
      round += 1;
      if (result instanceof Error) {
        throw result;
      }
      return result;
    },
    everyMs: 1,
    log: {
      absent: () => said.push('absent'),
      failed: ({ reason }) => said.push(reason),
      recovered: () => said.push('recovered'),
      made: (tests) => said.push(`made ${tests}`),
    },
    onError: () => (errors += 1),
  });
  await until(async () => round > results.length + 2, { what: 'all rounds were made', timeoutMs: 5_000 });
  running.stop();
  return { said, errors };
}

describe('the sweep', () => {
  it('tells what it made, and nothing when there was nothing to make', async () => {
    expect(await sweeping(0, 2, 0)).toEqual({ said: ['made 2'], errors: 0 });
  });

  it('tells a failure once, counts each, and tells when it is over', async () => {
    expect(await sweeping(DENIED, DENIED, withCode('55P03'), 0)).toEqual({
      said: ['permission', 'timeout', 'recovered'],
      errors: 3,
    });
  });

  it('tells an installation without three strikes once, which is no error, and goes on when they are there', async () => {
    expect(await sweeping(MISSING, MISSING, MISSING, 1, 0)).toEqual({
      said: ['absent', 'recovered', 'made 1'],
      errors: 0,
    });
  });

  it('says nothing of what its end interrupts', async () => {
    const said: string[] = [];
    const say = () => void said.push('something');
    let reject: (error: Error) => void = () => undefined;
    running = keepSweeping({
      sweep: () => new Promise((_, no) => (reject = no)),
      everyMs: 1,
      log: { absent: say, failed: say, recovered: say, made: say },
      onError: say,
    });
    running.stop();
    reject(DENIED);
    await new Promise((resolve) => setImmediate(resolve));
    expect(said).toEqual([]);
  });
});
