import path from 'node:path';
import { type Catalog } from '../../src/catalog/catalog';
import { seconds } from '../../src/catalog/exact/duration';
import { type AlertLevel } from '../../src/catalog/kinds/threshold';
import { ruleFiles, type RuleFile } from '../generate/rules';
import { readCourse } from './course';
import { readFiring, type Look, type Scenario } from './scenario';

/** The rule files with the alerts that a scenario is about. */
export const rulesOf = ({ about }: Scenario, { systems, settings }: Catalog): RuleFile[] =>
  systems
    .flatMap((system) => ruleFiles(system, settings))
    .filter(({ alerts }) => alerts.some(({ name }) => about.includes(name)));

/** The promtool test of a scenario, as an object ready for YAML. `ruleFolder` is relative to the test file. */
export function scenarioTest(scenario: Scenario, catalog: Catalog, ruleFolder: string) {
  const files = rulesOf(scenario, catalog);
  // promtool evaluates all groups at one pace.
  const [interval] = files.map((file) => file.interval).sort((a, b) => seconds(a) - seconds(b));
  return {
    rule_files: files.map((file) => path.posix.join(ruleFolder, path.basename(file.path))),
    evaluation_interval: interval,
    tests: [
      {
        name: scenario.name,
        interval: scenario.every,
        input_series: Object.entries(scenario.series).map(([series, course]) => ({
          series,
          values: readCourse(course, scenario.every).values,
        })),
        promql_expr_test: scenario.looks.map((look) => lookTest(look, scenario, catalog)),
      },
    ],
  };
}

/** Asks for everything that fires: a list of what is expected would let pass what is not on it. */
function lookTest({ at, firing }: Look, { about }: Scenario, { systems, settings }: Catalog) {
  const kept = systems.flatMap(({ alerts }) =>
    alerts.filter(({ name }) => about.includes(name)).flatMap(({ shape }) => shape.keeps)
  );
  const labels = ['alertname', 'severity', ...new Set(kept)].join(', ');
  return {
    expr: `count by (${labels}) (ALERTS{alertstate="firing", alertname=~"${about.join('|')}"})`,
    eval_time: at,
    exp_samples: firing.map((text) => {
      const { alert, level, labels: own } = readFiring(text);
      const expected = { alertname: alert, severity: settings.severities[level as AlertLevel], ...own };
      return {
        labels: `{${Object.entries(expected)
          .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
          .join(', ')}}`,
        value: 1,
      };
    }),
  };
}
