import { createProgram } from '../program';

const run = async (...words: string[]) => {
  const program = createProgram();
  program.commands.forEach((command) => command.configureOutput({ writeErr: () => undefined }));
  return program.parseAsync(['health', ...words], { from: 'user' });
};

describe('genwatch health', () => {
  it.each([['--wach'], ['--watch=4'], ['--watch=soon'], ['--watch=5.5'], ['one', 'two']])(
    'takes %j for a typing error, which must not read as "warning"',
    async (...words) => {
      await expect(run(...words)).rejects.toMatchObject({ exitCode: 3 });
    }
  );

  it('cannot tell of a system that it does not know', async () => {
    const print = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    await run('validaton');
    const said = print.mock.calls.join('');
    print.mockRestore();
    const code = process.exitCode;
    process.exitCode = 0;
    expect(said).toContain('did you mean "validation"?');
    expect(code).toBe(3);
  });
});
