import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import { type Alert, enabledLevels } from '../../src/catalog/kinds/alert';
import { type System } from '../../src/catalog/kinds/system';
import { type Settings } from '../../src/catalog/settings/settings';
import { alertTests } from '../generate/ruleTests/ruleTests';
import { alertingRules, ruleFiles } from '../generate/rules';
import { inParallel } from '../promql/inParallel';
import { runPromtool } from '../promql/promtool';
import { mutateRules, type Mutant } from './mutateRules';

/** How an alert's derived tests did against every mistake in its rules. */
export interface MutationResult {
  readonly alert: string;
  readonly mutants: number;
  readonly survivors: readonly Mutant[];
}

/** Runs the derived tests of one alert against each mutant of its rules. Throws when they fail on the rules themselves. */
export async function findSurvivors(
  promtool: string,
  folder: string,
  system: System,
  alert: Alert,
  settings: Settings
): Promise<MutationResult> {
  const file = ruleFiles({ ...system, alerts: [alert] }, settings)[0];
  if (!file || enabledLevels(alert, settings).length === 0) {
    throw new Error(`${alert.name} has no rules to mutate: enable it`);
  }
  const rules = [{ record: alert.shape.record, expr: alert.shape.expr }, ...alertingRules(system, alert, settings)];
  const passes = async (name: string, variant: typeof rules | Mutant['rules']) => {
    const home = path.join(folder, alert.name, name);
    await mkdir(home, { recursive: true });
    const groups = [{ name: 'mutant', interval: file.interval, rules: variant }];
    await writeFile(
      path.join(home, 'rules.yaml'),
      stringify({ groups }, { lineWidth: 0, aliasDuplicateObjects: false })
    );
    // JSON is YAML, and quicker to write.
    await writeFile(path.join(home, 'test.yaml'), JSON.stringify(alertTests(file, alert, settings, 'rules.yaml')));
    return runPromtool(promtool, ['test', 'rules', path.join(home, 'test.yaml')]);
  };
  const original = await passes('original', rules);
  if (!original.passed) {
    throw new Error(`the derived tests of ${alert.name} fail on its own rules:\n${original.output}`);
  }
  const mutants = mutateRules(rules, file.interval);
  const alive = await inParallel([...mutants.entries()], async ([i, mutant]) => {
    const result = await passes(String(i), mutant.rules);
    return result.passed ? [mutant] : [];
  });
  return { alert: alert.name, mutants: mutants.length, survivors: alive.flat() };
}
