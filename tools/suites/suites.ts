import { findTools } from '../../demo/servers/tools';
import { proveBundle } from '../mutants/proveBundle';
import { findPromtools } from '../promql/promtools';
import { e2eSuite } from './e2eSuite';
import { jestSuite } from './jestSuite';
import { runRuleTests } from './rules';
import { staticSuite } from './staticSuite';
import { type Suite } from './suite';

/** Tests that wait for servers most of the time leave the cores to each other. */
const WAITING_WORKERS = 3;

/** Every suite, in the order in which they run. */
export function allSuites(): readonly Suite[] {
  return [
    staticSuite(),
    jestSuite({ name: 'unit', projects: ['unit', 'plugin'] }),
    {
      name: 'rules',
      async run(report) {
        const { promtool } = await findTools({ log: (line) => report(`    ${line}`) });
        return runRuleTests(await findPromtools(promtool), report);
      },
    },
    {
      name: 'mutants',
      async run(report) {
        const { promtool } = await findTools({ log: (line) => report(`    ${line}`) });
        return proveBundle(promtool.path, report);
      },
    },
    jestSuite({ name: 'sql', projects: ['sql'] }),
    jestSuite({ name: 'integration', projects: ['integration'], workers: WAITING_WORKERS }),
    e2eSuite(),
    jestSuite({ name: 'spec', projects: ['spec'] }),
  ];
}

/** Run only when named: one takes minutes, the other needs the documents, which are not part of a checkout. */
export const ONLY_WHEN_NAMED: readonly string[] = ['mutants', 'spec'];
