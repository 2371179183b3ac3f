import { type Duration } from '../../src/catalog/exact/duration';
import { type Settings } from '../../src/catalog/settings/settings';
import { alertTests } from '../generate/ruleTests/alertTests';
import { isLightFile, lightTests } from '../generate/ruleTests/lightTests';
import { recordTests, unalertedInputs } from '../generate/ruleTests/recordTests';
import { alertingRules, type AlertingRule, type RecordingRule, type RuleFile } from '../generate/rules';

/** Rules that are judged together, and the derived tests that have to notice a mistake in any of them. */
export interface Subject {
  readonly name: string;
  readonly interval: Duration;
  readonly rules: ReadonlyArray<RecordingRule | AlertingRule>;
  /** A promtool test, ready for YAML, of the rules in `ruleFile`. */
  tests(ruleFile: string): { readonly tests: readonly object[] };
}

/** A rule file taken apart: a record with all alerts on it, a record without an alert, or a whole light. */
export function subjectsOf(file: RuleFile, settings: Settings): Subject[] {
  const { system, interval, alerts } = file;
  const { light } = system;
  if (light && isLightFile(file, light)) {
    return [
      { name: light.id, interval, rules: file.rules, tests: (rules) => lightTests(light, file, settings, rules) },
    ];
  }
  const records = [...new Set(alerts.map(({ shape }) => shape.record))];
  return [
    ...records.map((record): Subject => {
      const judged = alerts.filter(({ shape }) => shape.record === record);
      return {
        name: judged.map(({ name }) => name).join(', '),
        interval,
        rules: [
          ...file.rules.filter((rule) => 'record' in rule && rule.record === record),
          ...judged.flatMap((alert) => alertingRules(system, alert, settings)),
        ],
        tests: (rules) => together(judged.map((alert) => alertTests(file, alert, settings, rules))),
      };
    }),
    ...unalertedInputs(file, settings).map((input) => ({
      name: input.id,
      interval,
      rules: file.rules.filter((rule) => 'record' in rule && rule.record === input.shape.record),
      tests: (rules: string) => recordTests(file, input, settings, rules),
    })),
  ];
}

/** Several tests of the same rules as one. */
function together<T extends { readonly tests: readonly object[] }>([first, ...others]: readonly T[]) {
  return { ...first, tests: [...(first?.tests ?? []), ...others.flatMap(({ tests }) => tests)] };
}
