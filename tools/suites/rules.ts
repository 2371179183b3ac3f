import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildCatalog, type Catalog } from '../../src/catalog/catalog';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { SYSTEMS } from '../../src/catalog/systems';
import { EQUIVALENT_MUTANTS } from '../../tests/rules/equivalentMutants';
import { shapeSystem } from '../../tests/rules/shapeSystem';
import { casesOf } from '../generate/ruleTests/cases';
import { lightCases } from '../generate/ruleTests/lightCases';
import { emitRules } from '../generate/rules';
import { emitRuleTests } from '../generate/ruleTests/ruleTests';
import { writeBundle } from '../generate/files';
import { findSurvivors } from '../mutants/findSurvivors';
import { inParallel } from '../promql/inParallel';
import { runPromtool } from '../promql/promtool';
import { type SuiteResult } from './suite';

/**
 * Every rule against its derived cases, and every shape against the mistakes that its cases must notice.
 * A case counts as one test, and so does a shape whose mutants all die.
 */
export async function runRuleTests(promtool: string, report: (line: string) => void): Promise<SuiteResult> {
  const folder = await mkdtemp(path.join(tmpdir(), 'genwatch-rules-'));
  try {
    const catalog = buildCatalog([...SYSTEMS, shapeSystem], DEFAULT_SETTINGS);
    await writeBundle(new Map([...emitRules(catalog), ...emitRuleTests(catalog)]), folder);
    const results = [
      await checkSyntax(promtool, folder, report),
      ...(await runCases(promtool, folder, catalog, report)),
      ...(await runMutants(promtool, folder, report)),
    ];
    return {
      passed: results.reduce((sum, { passed }) => sum + passed, 0),
      failed: results.reduce((sum, { failed }) => sum + failed, 0),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
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

async function runCases(
  promtool: string,
  folder: string,
  catalog: Catalog,
  report: (line: string) => void
): Promise<SuiteResult[]> {
  const tests = catalog.systems.flatMap(({ id, alerts, light }) => [
    ...alerts.map((alert) => ({ name: alert.name, cases: casesOf(alert, catalog.settings).length })),
    ...(light ? [{ name: light.id, cases: lightCases(light, id).length }] : []),
  ]);
  return inParallel(tests, async ({ name, cases }) => {
    const file = path.join(folder, 'rules/tests', `${name}.test.yaml`);
    const { passed, output } = await runPromtool(promtool, ['test', 'rules', file]);
    if (passed) {
      return { passed: cases, failed: 0 };
    }
    report(output);
    const named = output.match(/^ {4}name: /gm)?.length ?? 0;
    const failed = Math.min(cases, Math.max(1, named));
    return { passed: cases - failed, failed };
  });
}

async function runMutants(promtool: string, folder: string, report: (line: string) => void): Promise<SuiteResult[]> {
  const system = shapeSystem(DEFAULT_SETTINGS);
  const results: SuiteResult[] = [];
  // One after the other: each already uses every core.
  for (const alert of system.alerts) {
    const { mutants, survivors } = await findSurvivors(
      promtool,
      path.join(folder, 'mutants'),
      system,
      alert,
      DEFAULT_SETTINGS
    );
    const unexplained = survivors.filter(({ what }) => !(what in EQUIVALENT_MUTANTS));
    unexplained.forEach(({ kind, what }) => report(`no test notices a mistake in ${alert.name}: ${kind}: ${what}`));
    report(
      `${alert.name}: ${mutants - survivors.length} of ${mutants} mistakes noticed, ${survivors.length - unexplained.length} make no difference`
    );
    results.push(unexplained.length === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  }
  return results;
}
