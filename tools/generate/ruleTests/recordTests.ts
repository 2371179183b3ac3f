import { evaluationOf, type Alert } from '../../../src/catalog/kinds/alert';
import { type LightInput } from '../../../src/catalog/kinds/light';
import { type Settings } from '../../../src/catalog/settings/settings';
import { type RuleFile } from '../rules';
import { alertTests } from './alertTests';
import { isLightFile } from './lightTests';

/** Inputs of a light whose record stands in this file and that no alert of it judges. */
export function unalertedInputs(file: RuleFile, settings: Settings): LightInput[] {
  const { light } = file.system;
  return !light || isLightFile(file, light)
    ? []
    : light.inputs.filter(
        (input) =>
          evaluationOf(input, settings) === file.interval &&
          !file.alerts.some(({ shape }) => shape.record === input.shape.record)
      );
}

/** The promtool test of a record that only a light reads: the cases of an alert on it, without the alert. */
export function recordTests(
  file: RuleFile,
  { id, threshold, shape }: LightInput,
  settings: Settings,
  ruleFile: string
) {
  const alert: Alert = { name: id, component: id, threshold, shape, summary: id, steps: [id] };
  const { tests, ...rest } = alertTests(file, alert, settings, ruleFile);
  return {
    ...rest,
    tests: tests.map(({ alert_rule_test: _alerts, ...record }) => record),
  };
}
