import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stringify } from 'yaml';
import { buildCatalog, type Catalog } from '../../src/catalog/catalog';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { SYSTEMS } from '../../src/catalog/systems';
import { EQUIVALENT_IN_BUNDLE } from '../../tests/rules/equivalentMutants';
import { SCENARIOS } from '../../tests/rules/scenarios';
import { ruleFiles, type RuleFile } from '../generate/rules';
import { runPromtool } from '../promql/promtool';
import { rulesOf, scenarioTest } from '../scenarios/scenarioTest';
import { type SuiteResult } from '../suites/suite';
import { explainSurvivors } from './explainSurvivors';
import { findSurvivors } from './findSurvivors';
import { type Mutant } from './mutateRules';
import { subjectsOf, type Subject } from './subject';

/** Of the mistakes that make a difference, so many must be noticed. */
const NEEDED_SHARE = 0.98;

/** How one rule file did. */
interface Row {
  readonly file: string;
  readonly mutants: number;
  readonly survivors: readonly Mutant[];
  readonly seconds: number;
}

/**
 * Every rule of the bundle against the mistakes that its derived cases, or else the scenarios, must notice; prints a table
 * per rule file. A noticed mistake is a passed test, and so is one that is listed with its reason.
 */
export async function proveBundle(promtool: string, report: (line: string) => void): Promise<SuiteResult> {
  const folder = await mkdtemp(path.join(tmpdir(), 'genwatch-mutants-'));
  try {
    const catalog = buildCatalog(SYSTEMS, DEFAULT_SETTINGS);
    const files = catalog.systems.flatMap((system) => ruleFiles(system, catalog.settings));
    const rows: Row[] = [];
    report(line('rule file', 'mistakes', 'noticed', 'no difference', 'not noticed', 'time'));
    // One after the other: each already uses every core.
    for (const file of files) {
      const row = await proveFile(promtool, folder, file, catalog);
      rows.push(row);
      report(rowLine(row.file, row.mutants, row.survivors, row.seconds));
      explained(row.survivors).unexplained.forEach(({ kind, what }) =>
        report(`no test notices a mistake (${kind}): ${what}`)
      );
    }
    return judge(rows, report);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function proveFile(promtool: string, folder: string, file: RuleFile, catalog: Catalog): Promise<Row> {
  const started = Date.now();
  const results = [];
  for (const subject of subjectsOf(file, catalog.settings)) {
    results.push(
      await findSurvivors(promtool, folder, subject, (mutant) =>
        passesScenarios(promtool, folder, file, mutant, catalog)
      )
    );
  }
  return {
    file: file.path,
    mutants: results.reduce((sum, { mutants }) => sum + mutants, 0),
    survivors: results.flatMap(({ survivors }) => survivors),
    seconds: (Date.now() - started) / 1000,
  };
}

/** Whether no scenario about the file's alerts notices the mistake; scenarios take the whole file. */
async function passesScenarios(
  promtool: string,
  folder: string,
  file: RuleFile,
  { rule, mistaken }: Mutant,
  catalog: Catalog
): Promise<boolean> {
  const home = await mkdtemp(path.join(folder, 'scenarios-'));
  const rules = file.rules.map((one) => (same(one, rule) ? mistaken : one));
  const told = SCENARIOS.filter((scenario) => rulesOf(scenario, catalog).some(({ path: of }) => of === file.path));
  for (const [i, scenario] of told.entries()) {
    for (const one of rulesOf(scenario, catalog)) {
      await writeRules(
        path.join(home, path.basename(one.path)),
        one.path === file.path ? rules : one.rules,
        one.interval
      );
    }
    const test = path.join(home, `${i}.json`);
    await writeFile(test, JSON.stringify(scenarioTest(scenario, catalog, '.')));
    if (!(await runPromtool(promtool, ['test', 'rules', test])).passed) {
      return false;
    }
  }
  return true;
}

const same = (a: object, b: object) => JSON.stringify(a) === JSON.stringify(b);

async function writeRules(file: string, rules: Subject['rules'], interval: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const groups = [{ name: path.basename(file), interval, rules }];
  await writeFile(file, stringify({ groups }, { lineWidth: 0, aliasDuplicateObjects: false }));
}

const explained = (survivors: readonly Mutant[]) => explainSurvivors(survivors, EQUIVALENT_IN_BUNDLE);

function judge(rows: readonly Row[], report: (line: string) => void): SuiteResult {
  const survivors = rows.flatMap((row) => row.survivors);
  const mutants = rows.reduce((sum, row) => sum + row.mutants, 0);
  const seconds = rows.reduce((sum, row) => sum + row.seconds, 0);
  report(rowLine('all', mutants, survivors, seconds));
  const { unexplained: unlisted } = explained(survivors);
  const stale = Object.keys(EQUIVALENT_IN_BUNDLE).filter(
    (what) => !survivors.some((survivor) => survivor.what === what)
  );
  stale.forEach((what) => report(`noticed by now, or gone: take it out of equivalentMutants.ts: ${what}`));
  const { different, unnoticed } = counted(mutants, survivors);
  const share = (different - unnoticed) / different;
  report(
    `${different - unnoticed} of ${different} mistakes that make a difference are noticed: ${(share * 100).toFixed(1)} % ` +
      `(${NEEDED_SHARE * 100} % are needed)`
  );
  const failed = unlisted.length + stale.length + (share < NEEDED_SHARE ? 1 : 0);
  return { passed: mutants - unlisted.length, failed };
}

function counted(mutants: number, survivors: readonly Mutant[]) {
  const equivalent = explained(survivors).equivalent.length;
  return { equivalent, different: mutants - equivalent, unnoticed: survivors.length - equivalent };
}

function rowLine(file: string, mutants: number, survivors: readonly Mutant[], seconds: number): string {
  const { equivalent, unnoticed } = counted(mutants, survivors);
  const numbers = [mutants, mutants - survivors.length, equivalent, unnoticed].map(String);
  return line(file, ...numbers, `${seconds.toFixed(0)} s`);
}

const line = (file: string, ...columns: readonly string[]): string =>
  file.padEnd(30) + columns.map((column) => column.padStart(14)).join('');
