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

/** Every suite, quick ones first. `report` is given lines for people. */
export function allSuites(report: (line: string) => void): readonly Suite[] {
  return [
    staticSuite(report),
    jestSuite({ name: 'unit', projects: ['unit', 'plugin'] }, report),
    {
      name: 'rules',
      async run() {
        const { promtool } = await findTools({ log: (line) => report(`    ${line}`) });
        return runRuleTests(await findPromtools(promtool), report);
      },
    },
    {
      name: 'mutants',
      async run() {
        const { promtool } = await findTools({ log: (line) => report(`    ${line}`) });
        return proveBundle(promtool.path, report);
      },
    },
    jestSuite({ name: 'sql', projects: ['sql'] }, report),
    jestSuite({ name: 'integration', projects: ['integration'], workers: WAITING_WORKERS }, report),
    e2eSuite(report),
    jestSuite({ name: 'spec', projects: ['spec'] }, report),
  ];
}

/** Run only when named: one takes minutes, the other needs the documents, which are not part of a checkout. */
export const ONLY_WHEN_NAMED: readonly string[] = ['mutants', 'spec'];
