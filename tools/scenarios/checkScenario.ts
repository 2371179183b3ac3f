import { type Catalog } from '../../src/catalog/catalog';
import { seconds } from '../../src/catalog/exact/duration';
import { enabledLevels, evaluationOf } from '../../src/catalog/kinds/alert';
import { isClosed, type Metric } from '../../src/catalog/kinds/metric';
import { suggestion } from '../../src/catalog/settings/nearest';
import { descendants, parsePromql } from '../promql/syntaxTree';
import { readCourse } from './course';
import { readFiring, type Scenario } from './scenario';

/**
 * What promtool would silently take for "nothing fires": an alert, a series or a label that does not exist, a look
 * between two evaluations or past the end of the series.
 */
export function checkScenario(scenario: Scenario, catalog: Catalog): string[] {
  const alerts = new Map(catalog.systems.flatMap((system) => system.alerts.map((alert) => [alert.name, alert])));
  const unknown = [...scenario.about, ...scenario.looks.flatMap(({ firing }) => firing.map((f) => readFiring(f).alert))]
    .filter((name) => !alerts.has(name))
    .map((name) => `there is no alert "${name}": ${suggestion(name, [...alerts.keys()])}`);
  const about = scenario.about.flatMap((name) => alerts.get(name) ?? []);
  const pace = Math.max(...about.map((alert) => seconds(evaluationOf(alert, catalog.settings))), 1);
  const fires = scenario.looks.flatMap(({ firing }) =>
    firing.flatMap((text) => {
      const { alert: name, level, labels } = readFiring(text);
      const alert = alerts.get(name);
      return [
        ...(scenario.about.includes(name) ? [] : [`"${text}" fires, but the scenario is not about ${name}`]),
        ...(!alert || enabledLevels(alert, catalog.settings).some((one) => one === level)
          ? []
          : [`${name} has no level "${level}"`]),
        ...(!alert || sameNames(Object.keys(labels), alert.shape.keeps)
          ? []
          : [`"${text}" names other labels than ${name} keeps (${alert.shape.keeps.join(', ') || 'none'})`]),
      ];
    })
  );
  return [
    ...unknown,
    ...fires,
    ...Object.entries(scenario.series).flatMap(([series, course]) => [
      ...checkSeries(series, catalog),
      ...checkCourse(series, course, scenario),
    ]),
    ...scenario.looks
      .filter(({ at }) => seconds(at) % pace !== 0)
      .map(({ at }) => `nothing is evaluated at ${at}: look at multiples of ${pace} s`),
  ].map((problem) => `${scenario.name}: ${problem}`);
}

const sameNames = (a: readonly string[], b: readonly string[]) => [...a].sort().join() === [...b].sort().join();

function checkCourse(series: string, course: string, { every, looks }: Scenario): string[] {
  try {
    const { seconds: length } = readCourse(course, every);
    return looks
      .filter(({ at }) => seconds(at) >= length)
      .map(({ at }) => `${series} ends before the look at ${at}: say how it goes on, or "gone for …"`);
  } catch (error) {
    return [`${series}: ${error instanceof Error ? error.message : String(error)}`];
  }
}

/** Every series has to be one of the catalog's, with labels and values that it can have. */
function checkSeries(series: string, { systems, settings }: Catalog): string[] {
  const nodes = descendants(parsePromql(series));
  const name = nodes.find((node) => node.name === 'Identifier')?.text ?? series;
  const metrics = systems.flatMap((system) => system.metrics);
  const metric = metrics.find((one) => namesOf(one).includes(name));
  if (!metric) {
    return [`no system reads the series "${name}": ${suggestion(name, metrics.flatMap(namesOf))}`];
  }
  const identity = [...Object.keys(settings.selectors[metric.producer]), 'job', 'instance', 'le'];
  return nodes
    .filter((node) => node.name === 'UnquotedLabelMatcher')
    .flatMap(({ text }) => {
      const [label = '', value = ''] = text.split(/="?|"$/);
      const known = metric.labels[label];
      return known
        ? isClosed(known) && !known.includes(value)
          ? [`${name} has no ${label} "${value}": ${suggestion(value, known)}`]
          : []
        : identity.includes(label)
          ? []
          : [`${name} has no label "${label}": ${suggestion(label, Object.keys(metric.labels))}`];
    });
}

const namesOf = ({ name, type }: Metric): string[] =>
  type === 'histogram' ? ['_bucket', '_sum', '_count'].map((suffix) => name + suffix) : [name];
