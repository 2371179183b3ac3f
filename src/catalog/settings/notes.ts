import { problem, type Problem } from '../kinds/problem';
import { alertLevels, type Threshold } from '../kinds/threshold';
import { enabledLevels, holdOf } from '../kinds/alert';
import { type System, type SystemFactory } from '../kinds/system';
import { type Settings } from './settings';

/**
 * What follows from settings that are right, and is easily overlooked: a `for` that delays the page, a window whose
 * history begins now, an alert that is left alone. Told like problems, but nothing is wrong. For settings without problems.
 */
export function notes(settings: Settings, factories: readonly SystemFactory[]): Problem[] {
  const documented = factories.map((factory) => factory({ ...settings, thresholds: {} }));
  const systems = factories.map((factory) => factory(settings));
  return [
    ...systems.flatMap((system) => system.alerts.flatMap((alert) => holdNotes(alert, documented))),
    ...systems.flatMap((system) => system.thresholds.flatMap((threshold) => windowNotes(threshold, documented))),
    ...systems.flatMap((system) => disabledNotes(system, settings)),
  ];
}

type NamedAlert = System['alerts'][number];

function holdNotes(alert: NamedAlert, documented: readonly System[]): Problem[] {
  const before = documented.flatMap(({ alerts }) => alerts).find(({ name }) => name === alert.name);
  return alertLevels(alert.threshold)
    .filter((level) => before && holdOf(before, level) !== holdOf(alert, level))
    .map((level) =>
      problem(
        ['thresholds', alert.threshold.id, 'for', level],
        `${alert.name} (${level}) now fires after ${holdOf(alert, level)} instead of ${before ? holdOf(before, level) : '0s'}`,
        'tell those who are paged: it changes how soon they hear of it'
      )
    );
}

function windowNotes({ id, window }: Threshold, documented: readonly System[]): Problem[] {
  const before = documented.flatMap(({ thresholds }) => thresholds).find((threshold) => threshold.id === id)?.window;
  return window !== before
    ? [
        problem(
          ['thresholds', id, 'window'],
          `${id} now looks back ${window} instead of ${before}`,
          'its recorded series has a new name, and its history begins now'
        ),
      ]
    : [];
}

/** An alert whose component is still watched by others goes missing unseen. */
function disabledNotes({ alerts }: System, settings: Settings): Problem[] {
  return alerts.flatMap((alert) => {
    const all = alertLevels(alert.threshold);
    const left = enabledLevels(alert, settings);
    const missing = all.filter((level) => !left.includes(level));
    const accompanied = alerts.filter(
      (other) => other !== alert && other.component === alert.component && enabledLevels(other, settings).length > 0
    );
    const at = (entry: string) => ['disabled', String(settings.disabled.indexOf(entry))];
    if (left.length === 0 && accompanied.length > 0) {
      const entry = settings.disabled.includes(alert.name) ? alert.name : `${alert.name}.${missing[0]}`;
      const others = accompanied.map(({ name }) => name).join(', ');
      return [
        problem(
          at(entry),
          `${alert.name} is disabled, while ${others} still watches "${alert.component}"`,
          `what only ${alert.name} sees goes unnoticed`
        ),
      ];
    }
    return missing.includes('critical') && left.length > 0
      ? [
          problem(
            at(`${alert.name}.critical`),
            `${alert.name} still fires at ${left.join(' and ')}, but no longer at critical`,
            'however bad it gets, it stays at that severity'
          ),
        ]
      : [];
  });
}
