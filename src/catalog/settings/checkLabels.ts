import { isClosed, PRODUCERS } from '../kinds/metric';
import { problem, type Problem } from '../kinds/problem';
import { type System } from '../kinds/system';
import { type Settings } from './settings';

/** Labels of the settings that collide with those of the series. */
export function checkLabels(settings: Settings, systems: readonly System[]): Problem[] {
  const alerts = systems.flatMap((system) => system.alerts);
  const overwritten = alerts.flatMap(({ name, shape }) => [
    ...shape.keeps
      .filter((label) => Object.hasOwn(settings.labels, label))
      .map((label) => overwrites(['labels', label], label, name)),
    ...shape.keeps
      .filter((label) => Object.hasOwn(settings.alerts[name]?.labels ?? {}, label))
      .map((label) => overwrites(['alerts', name, 'labels', label], label, name)),
  ]);
  return [...overwritten, ...checkSelectors(settings, systems)];
}

const overwrites = (path: readonly string[], label: string, alert: string) =>
  problem(path, `${alert} has a label "${label}" of its own, which this would overwrite`, 'choose another name');

/** An identity label that is also one of the metric's own must have one of its values, or nothing is ever found. */
function checkSelectors({ selectors }: Settings, systems: readonly System[]): Problem[] {
  const metrics = systems.flatMap((system) => system.metrics);
  return PRODUCERS.flatMap((producer) =>
    Object.entries(selectors[producer]).flatMap(([label, value]) => {
      const blind = metrics.find((metric) => {
        const known = metric.labels[label];
        return metric.producer === producer && known && isClosed(known) && !known.includes(value);
      });
      return blind
        ? [
            problem(
              ['selectors', producer, label],
              `${blind.name} has no ${label} "${value}", so nothing would be found`,
              'select by a label of the scrape'
            ),
          ]
        : [];
    })
  );
}
