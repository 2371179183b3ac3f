import { runSuites } from './runSuites';
import { type Suite, type SuiteResult } from './suite';

const suite = (name: string, run: () => Promise<SuiteResult>): Suite => ({ name, run });

async function outputOf(...suites: readonly Suite[]): Promise<{ lines: string[]; total: SuiteResult }> {
  const lines: string[] = [];
  const total = await runSuites(suites, (line) => lines.push(line));
  return { lines, total };
}

describe('runSuites', () => {
  it('closes with one line of all suites', async () => {
    const { lines, total } = await outputOf(
      suite('unit', async () => ({ passed: 10, failed: 1 })),
      suite('sql', async () => ({ passed: 5, failed: 0 }))
    );
    expect(lines.at(-1)).toBe('15 passed, 1 failed');
    expect(total).toEqual({ passed: 15, failed: 1 });
  });

  it('takes a suite that ran nothing for failed, and names it', async () => {
    const { lines } = await outputOf(suite('sql', async () => ({ passed: 0, failed: 0 })));
    expect(lines.join('\n')).toContain('The suite sql ran no test');
    expect(lines.at(-1)).toBe('0 passed, 1 failed');
  });

  it('says twice of a suite that could not be run why, and counts nothing', async () => {
    const { lines, total } = await outputOf(
      suite('e2e', async () => ({ passed: 0, failed: 0, notRun: 'no Chromium was found' })),
      suite('sql', async () => ({ passed: 5, failed: 0 }))
    );
    expect(lines.filter((line) => /e2e +NOT RUN: no Chromium was found/.test(line))).toHaveLength(2);
    expect(lines.at(-1)).toBe('5 passed, 0 failed');
    expect(total).toEqual({ passed: 5, failed: 0 });
  });

  it('runs one beside those that it names, tells its lines together, and waits for it before any other', async () => {
    const order: string[] = [];
    const log = (name: string) => async (): Promise<SuiteResult> => {
      order.push(name);
      return { passed: 1, failed: 0 };
    };
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    const slow: Suite = {
      name: 'static',
      beside: ['unit', 'sql'],
      async run(report) {
        await released;
        report('types are well');
        return log('static')();
      },
    };
    const { lines, total } = await outputOf(
      slow,
      suite('unit', log('unit')),
      suite('sql', async () => {
        release();
        return log('sql')();
      }),
      suite('e2e', log('e2e'))
    );
    expect(order.indexOf('unit')).toBe(0);
    expect(order.at(-1)).toBe('e2e');
    const told = lines.indexOf('types are well');
    expect(lines[told + 1]).toMatch(/^static +1 passed/);
    expect(told).toBeLessThan(lines.indexOf('e2e …'));
    expect(total).toEqual({ passed: 4, failed: 0 });
  });

  it('goes on after a suite that breaks down', async () => {
    const { lines } = await outputOf(
      suite('rules', () => Promise.reject(new Error('promtool was not found'))),
      suite('sql', async () => ({ passed: 5, failed: 0 }))
    );
    expect(lines.join('\n')).toContain('promtool was not found');
    expect(lines.at(-1)).toBe('5 passed, 1 failed');
  });
});
