import { Command } from 'commander';
import { registerFault } from './fault';

const run = (...args: string[]) => {
  const program = new Command().exitOverride();
  registerFault(program);
  return program.parseAsync(['fault', ...args], { from: 'user' });
};

describe('genwatch fault', () => {
  it('lists what can be broken, and which alert that raises', async () => {
    const print = jest.spyOn(process.stdout, 'write').mockReturnValue(true);

    await run('--list');

    const printed = print.mock.calls.join('');
    expect(printed).toContain('infinite-loop');
    expect(printed).toContain('ValidationSuccessRateLow (critical)');
    expect(printed).toContain('GenwatchExporterUnreachable (critical)');
    print.mockRestore();
  });

  it.each([
    ['infinite-lop', 'infinite-loop'],
    ['lowsuccess', 'low-success'],
    ['exporter', 'did you mean exporter-down or exporter-absent?'],
    ['earthquake', 'npm run demo:fault -- --list'],
  ])('says what was probably meant by "%s"', async (typed, meant) => {
    await expect(run(typed)).rejects.toThrow(meant);
    await expect(run('--clear', typed)).rejects.toThrow(meant);
  });
});
