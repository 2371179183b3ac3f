import { type Command } from 'commander';

import { runSuites } from '../../suites/runSuites';
import { type Suite } from '../../suites/suite';
import { allSuites, ONLY_WHEN_NAMED } from '../../suites/suites';

export function registerTest(program: Command): void {
  program
    .command('test')
    .description('run all suites, or the named ones; ends with the line "N passed, N failed"')
    .argument(
      '[suites...]',
      'static, unit, rules, sql, integration, e2e; only when named: mutants (minutes), spec (needs SPEC_DIR)'
    )
    .action(test);
}

async function test(names: readonly string[]): Promise<void> {
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  const { failed } = await runSuites(chosen(allSuites(), names), print);
  process.exitCode = failed > 0 ? 1 : 0;
}

function chosen(suites: readonly Suite[], names: readonly string[]): readonly Suite[] {
  if (names.length === 0) {
    return suites.filter(({ name }) => !ONLY_WHEN_NAMED.includes(name));
  }
  return names.map((wanted) => {
    const suite = suites.find(({ name }) => name === wanted);
    if (suite === undefined) {
      throw new Error(`There is no suite "${wanted}". There are: ${suites.map(({ name }) => name).join(', ')}`);
    }
    return suite;
  });
}
