import { print } from '../../../src/catalog/exact/decimal';
import { seconds } from '../../../src/catalog/exact/duration';
import { COLOURS, type Light } from '../../../src/catalog/kinds/light';
import { type Settings } from '../../../src/catalog/settings/settings';
import { type RuleFile } from '../rules';
import { lightCases, type LightCase } from './lightCases';

/** Evaluations after which a light is looked at, beside what its inputs remember. */
const SETTLED_STEPS = 3;
const TAIL = 2;

/** The promtool test of a light, as an object ready for YAML. `ruleFile` is relative to the test file. */
export function lightTests(
  light: Light,
  { system, interval }: Pick<RuleFile, 'system' | 'interval'>,
  settings: Settings,
  ruleFile: string
) {
  const tests = lightCases(light, system.id).map((situation) => {
    const step = remembered(light, situation, seconds(interval)) + SETTLED_STEPS;
    const at = `${step * seconds(interval)}s`;
    return {
      name: `${light.id}: ${situation.name}`,
      interval,
      input_series: [...recordSeries(light, situation, step), ...alertSeries(situation, settings, step)],
      promql_expr_test: [
        {
          expr: light.inputRecord,
          eval_time: at,
          exp_samples: Object.entries(situation.inputs).map(([input, value]) => ({
            labels: `${light.inputRecord}{input="${input}"}`,
            value,
          })),
        },
        {
          expr: light.record,
          eval_time: at,
          exp_samples: situation.light === undefined ? [] : [{ labels: light.record, value: situation.light }],
        },
      ],
    };
  });
  return { rule_files: [ruleFile], evaluation_interval: interval, tests };
}

/** Evaluations that an input of the situation has to remember; a green one has nothing to. */
const remembered = ({ inputs }: Light, situation: LightCase, interval: number): number =>
  Math.max(
    0,
    ...inputs
      .filter(({ name }) => situation.before !== undefined || (situation.inputs[name] ?? 0) > COLOURS.green)
      .map(({ shape }) => Math.ceil(seconds(shape.remembers ?? '0s') / interval))
  );

/** A record that is kept apart by a label has a series per value of it. */
const recordSeries = ({ inputs }: Light, { records, before }: LightCase, step: number) =>
  [...records].flatMap(([record, values]) => {
    const keeps = inputs.find(({ shape }) => shape.record === record)?.shape.keeps ?? [];
    return values.map((value, i) => {
      const earlier = before?.get(record)?.[i];
      // Half of what is remembered is too short a time to be bad.
      const changed = Math.floor((step - SETTLED_STEPS) / 4);
      return {
        series: `${record}{${keeps.map((label) => `${label}="${i}"`).join(', ')}}`,
        values: earlier
          ? `${print(earlier)}x${changed} ${print(value)}x${step - changed + TAIL}`
          : `${print(value)}x${step + TAIL}`,
      };
    });
  });

const alertSeries = ({ alert }: LightCase, { labels }: Settings, step: number) =>
  alert
    ? [
        {
          series: `ALERTS{${Object.entries({
            alertname: 'Any',
            alertstate: alert.state,
            system: alert.system,
            ...labels,
          })
            .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
            .join(', ')}}`,
          values: `1x${step + TAIL}`,
        },
      ]
    : [];

/** Whether a rule file is the light's own. */
export const isLightFile = ({ rules }: RuleFile, { record }: Light): boolean =>
  rules.some((rule) => 'record' in rule && rule.record === record);
