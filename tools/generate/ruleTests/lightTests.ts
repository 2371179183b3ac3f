import { print } from '../../../src/catalog/exact/decimal';
import { seconds } from '../../../src/catalog/exact/duration';
import { type Light } from '../../../src/catalog/kinds/light';
import { type Settings } from '../../../src/catalog/settings/settings';
import { type RuleFile } from '../rules';
import { lightCases, type LightCase } from './lightCases';

/** Evaluations after which a light is looked at: it has no memory. */
const STEP = 3;
const VALUES = (value: string) => `${value}x${STEP + 2}`;

/** The promtool test of a light, as an object ready for YAML. `ruleFile` is relative to the test file. */
export function lightTests(
  light: Light,
  { system, interval }: Pick<RuleFile, 'system' | 'interval'>,
  settings: Settings,
  ruleFile: string
) {
  const at = `${STEP * seconds(interval)}s`;
  return {
    rule_files: [ruleFile],
    evaluation_interval: interval,
    tests: lightCases(light, system.id).map((situation) => ({
      name: `${light.id}: ${situation.name}`,
      interval,
      input_series: [...recordSeries(light, situation), ...alertSeries(situation, settings)],
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
    })),
  };
}

/** A record that is kept apart by a label has a series per value of it. */
const recordSeries = ({ inputs }: Light, { records }: LightCase) =>
  [...records].flatMap(([record, values]) => {
    const keeps = inputs.find(({ shape }) => shape.record === record)?.shape.keeps ?? [];
    return values.map((value, i) => ({
      series: `${record}{${keeps.map((label) => `${label}="${i}"`).join(', ')}}`,
      values: VALUES(print(value)),
    }));
  });

const alertSeries = ({ alert }: LightCase, { labels }: Settings) =>
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
          values: VALUES('1'),
        },
      ]
    : [];

/** Whether a rule file is the light's own. */
export const isLightFile = ({ rules }: RuleFile, { record }: Light): boolean =>
  rules.some((rule) => 'record' in rule && rule.record === record);
