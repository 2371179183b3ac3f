import { Command } from 'commander';

import { registerBench } from './commands/bench';
import { registerChecklist } from './commands/checklist';
import { registerFault } from './commands/fault';
import { registerGenerate } from './commands/generate';
import { registerHealth } from './commands/health';
import { registerPackage } from './commands/package';
import { registerSpecCoverage } from './commands/specCoverage';
import { registerSql } from './commands/sql';
import { registerStart } from './commands/start';
import { registerTemplates } from './commands/templates';
import { registerTest } from './commands/test';
import { registerTestGrafana } from './commands/testGrafana';

/** All commands of `genwatch`. Errors are thrown, not printed: the caller decides. */
export function createProgram(): Command {
  const program = new Command('genwatch')
    .description('Monitoring for systems that write code with AI: demo, generated rules, tests.')
    .showSuggestionAfterError()
    .showHelpAfterError('(genwatch --help lists the commands)')
    .addHelpText('after', EXAMPLES)
    .exitOverride();
  registerStart(program);
  registerFault(program);
  registerTest(program);
  registerGenerate(program);
  registerSql(program);
  registerSpecCoverage(program);
  registerBench(program);
  registerChecklist(program);
  registerTemplates(program);
  registerPackage(program);
  registerTestGrafana(program);
  for (const command of program.commands) {
    command.exitOverride().showSuggestionAfterError();
  }
  // Last, because it has exits of its own.
  registerHealth(program);
  return program;
}

const EXAMPLES = `
Examples:
  npm start                                 the whole stack on this machine, with 30 days of data
  npm run demo:fault -- infinite-loop       break something, and watch the alert arrive
  npm test                                  every suite; npm run test:unit (rules, sql, integration) runs one
  npx genwatch health                       how the running demo, or GENWATCH_DATABASE_URL, does now
  npm run generate -- --check               are the committed rules and dashboards what the catalog says?
`;
