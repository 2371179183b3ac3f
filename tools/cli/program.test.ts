import { createProgram } from './program';

function run(...words: string[]): { said: string; done: Promise<unknown> } {
  const output = { said: '' };
  const program = createProgram().configureOutput({ writeErr: (text) => (output.said += text) });
  return {
    get said() {
      return output.said;
    },
    done: program.parseAsync(words, { from: 'user' }),
  };
}

describe('genwatch', () => {
  it('names the nearest command for one it does not know', async () => {
    const strat = run('strat');
    await expect(strat.done).rejects.toMatchObject({ exitCode: 1 });
    expect(strat.said).toContain('Did you mean start?');
  });

  it('knows the suites by name', async () => {
    await expect(run('test', 'units').done).rejects.toThrow('There is no suite "units". There are: static, unit,');
  });

  it('refuses tools from anywhere else', async () => {
    await expect(run('start', '--tools', 'docker').done).rejects.toThrow('use "path" or "private"');
  });
});
