import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { buildCatalog, type Catalog } from '../../src/catalog/catalog';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { SYSTEMS } from '../../src/catalog/systems';
import { SCENARIOS } from '../../tests/rules/scenarios';
import { shapeSystem } from '../../tests/rules/shapeSystem';
import { writeBundle } from '../generate/files';
import { emitRules } from '../generate/rules';
import { emitRuleTests } from '../generate/ruleTests/ruleTests';
import { proveShapes } from '../mutants/proveShapes';
import { inParallel } from '../promql/inParallel';
import { runPromtool } from '../promql/promtool';
import { type Promtools } from '../promql/promtools';
import { checkScenario } from '../scenarios/checkScenario';
import { missingScenarios } from '../scenarios/demand';
import { scenarioTest } from '../scenarios/scenarioTest';
import { type SuiteResult } from './suite';

/**
 * Every rule against its derived cases and the scenarios, with every promtool there is, and every shape against the
 * mistakes that its cases must notice. A case counts as one test, and so does a shape whose mutants all die.
 */
export async function runRuleTests(
  { promtools, warning }: Promtools,
  report: (line: string) => void
): Promise<SuiteResult> {
  const folder = await mkdtemp(path.join(tmpdir(), 'genwatch-rules-'));
  try {
    const catalog = buildCatalog([...SYSTEMS, shapeSystem], DEFAULT_SETTINGS);
    await writeBundle(new Map([...emitRules(catalog), ...emitRuleTests(catalog)]), folder);
    const results = [checkScenarios(catalog, report)];
    await writeScenarios(catalog, folder);
    for (const promtool of promtools) {
      report(`promtool ${promtool.version}`);
      results.push(
        await checkSyntax(promtool.path, folder, report),
        ...(await runFolder(promtool.path, path.join(folder, 'rules/tests'), report)),
        ...(await runFolder(promtool.path, path.join(folder, 'rules/scenarios'), report))
      );
    }
    const [first] = promtools;
    results.push(...(await proveShapes(first.path, path.join(folder, 'mutants'), report)));
    if (warning) {
      report(warning);
    }
    return {
      passed: results.reduce((sum, { passed }) => sum + passed, 0),
      failed: results.reduce((sum, { failed }) => sum + failed, 0),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What promtool would take for silence, and shapes that lack their stories. */
function checkScenarios(catalog: Catalog, report: (line: string) => void): SuiteResult {
  const problems = [
    ...SCENARIOS.flatMap((scenario) => checkScenario(scenario, catalog)),
    ...missingScenarios(catalog, SCENARIOS),
  ];
  problems.forEach(report);
  return problems.length === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: problems.length };
}

async function writeScenarios(catalog: Catalog, folder: string): Promise<void> {
  const target = path.join(folder, 'rules/scenarios');
  await mkdir(target, { recursive: true });
  for (const [i, scenario] of SCENARIOS.entries()) {
    await writeFile(path.join(target, `${i}.test.yaml`), JSON.stringify(scenarioTest(scenario, catalog, '..')));
  }
}

async function checkSyntax(promtool: string, folder: string, report: (line: string) => void): Promise<SuiteResult> {
  const rules = path.join(folder, 'rules');
  const files = (await readdir(rules)).filter((file) => file.endsWith('.yaml')).map((file) => path.join(rules, file));
  const { passed, output } = await runPromtool(promtool, ['check', 'rules', '--lint=all', '--lint-fatal', ...files]);
  if (!passed) {
    report(output);
  }
  return passed ? { passed: files.length, failed: 0 } : { passed: 0, failed: files.length };
}

/** Each test of each file counts. */
async function runFolder(promtool: string, folder: string, report: (line: string) => void): Promise<SuiteResult[]> {
  const files = (await readdir(folder)).map((file) => path.join(folder, file));
  return inParallel(files, async (file) => {
    const { tests } = parse(await readFile(file, 'utf8')) as { tests: readonly unknown[] };
    const { passed, output } = await runPromtool(promtool, ['test', 'rules', file]);
    if (passed) {
      return { passed: tests.length, failed: 0 };
    }
    report(output);
    const named = output.match(/^ {4}name: /gm)?.length ?? 0;
    const failed = Math.min(tests.length, Math.max(1, named));
    return { passed: tests.length - failed, failed };
  });
}
