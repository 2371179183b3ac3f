import { print } from '../../../src/catalog/exact/decimal';
import { seconds, type Duration } from '../../../src/catalog/exact/duration';
import { alertAnnotations, alertLabels, type Alert } from '../../../src/catalog/kinds/alert';
import { type Settings } from '../../../src/catalog/settings/settings';
import { notation, type Series } from '../../../src/catalog/shapes/series';
import { alertLinks } from '../links';
import { type RuleFile } from '../rules';
import { casesOf, type Case } from './cases';

/** Samples after the last look, so that no series ends under an evaluation. */
const TAIL = 5;

/** The promtool test of one alert, as an object ready for YAML. `ruleFile` is relative to the test file. */
export function alertTests(
  { system, interval }: Pick<RuleFile, 'system' | 'interval'>,
  alert: Alert,
  settings: Settings,
  ruleFile: string
) {
  return {
    rule_files: [ruleFile],
    evaluation_interval: interval,
    tests: casesOf(alert, settings).map((situation) => ({
      name: `${alert.name}: ${situation.name}`,
      interval,
      input_series: distinct(situation.series).map((series) => ({
        series: selectorOf(series),
        values: notation(series, situation.step + TAIL),
      })),
      alert_rule_test: [
        {
          eval_time: `${situation.step * seconds(interval)}s`,
          alertname: alert.name,
          exp_alerts: expected(situation, alert, system.id, settings, alertLinks(system, alert, settings)),
        },
      ],
      ...(alert.shape.reading === undefined && { promql_expr_test: [recorded(situation, alert, interval)] }),
    })),
  };
}

/** The record itself: a value where one is expected and no series, not even NaN, where none is. */
function recorded(situation: Case, { shape }: Alert, interval: Duration) {
  return {
    expr: shape.record,
    eval_time: `${situation.step * seconds(interval)}s`,
    exp_samples: judgedIn(situation, shape).flatMap(({ labels, value }) =>
      value ? [{ labels: selectorOf({ name: shape.record, labels }), value: Number(print(value)) }] : []
    ),
  };
}

/** Everything that is judged in a situation, by what the record keeps of the driven series' labels. */
function judgedIn({ series: [driven], value, firing, apart }: Case, { keeps, each }: Alert['shape']) {
  const kept = Object.fromEntries(keeps.map((label) => [label, driven?.labels[label] ?? '']));
  return apart ?? (each ?? [kept]).map((labels) => ({ labels, value, firing }));
}

function expected(
  situation: Case,
  alert: Alert,
  system: string,
  settings: Settings,
  links: ReturnType<typeof alertLinks>
) {
  return judgedIn(situation, alert.shape).flatMap(({ labels, value, firing }) =>
    firing.map((level) => ({
      exp_labels: { ...labels, ...alertLabels(system, alert, level, settings) },
      exp_annotations: alertAnnotations(alert, level, links, value, labels),
    }))
  );
}

const selectorOf = ({ name, labels }: Pick<Series, 'name' | 'labels'>) =>
  `${name}{${Object.entries(labels)
    .map(([label, value]) => `${label}=${JSON.stringify(value)}`)
    .join(', ')}}`;

/** promtool refuses the same series twice; the first one counts. */
function distinct(series: readonly Series[]): Series[] {
  const seen = new Map<string, Series>();
  for (const one of series) {
    const key = JSON.stringify([one.name, Object.entries(one.labels).sort()]);
    seen.set(key, seen.get(key) ?? one);
  }
  return [...seen.values()];
}
