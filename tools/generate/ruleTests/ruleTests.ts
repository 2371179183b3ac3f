import path from 'node:path';
import { stringify } from 'yaml';
import { type Catalog } from '../../../src/catalog/catalog';
import { header, type Bundle } from '../bundle';
import { ruleFiles, type RuleFile } from '../rules';
import { alertTests } from './alertTests';
import { isLightFile, lightTests } from './lightTests';
import { recordTests, unalertedInputs } from './recordTests';

/** One test file per alert: promtool is many times faster on small files. */
export function emitRuleTests({ systems, settings }: Catalog): Bundle {
  const files = systems.flatMap((system) => ruleFiles(system, settings));
  return new Map(
    files.flatMap((file) => {
      const rules = `../${path.basename(file.path)}`;
      const { light } = file.system;
      return [
        ...file.alerts.map((alert) => testFile(file, alert.name, alertTests(file, alert, settings, rules))),
        ...(light && isLightFile(file, light)
          ? [testFile(file, light.id, lightTests(light, file, settings, rules))]
          : []),
        ...unalertedInputs(file, settings).map((input) =>
          testFile(file, input.id, recordTests(file, input, settings, rules))
        ),
      ];
    })
  );
}

const testFile = ({ system }: RuleFile, name: string, content: object): [string, string] => [
  `rules/tests/${name}.test.yaml`,
  header(`src/catalog/systems/${system.id}`) + stringify(content, { lineWidth: 0, aliasDuplicateObjects: false }),
];
