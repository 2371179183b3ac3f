import { boundInSeriesUnit, boundInWords, type Bound, type ParsedBound } from '../exact/bound';
import { inWords, seconds, type Duration } from '../exact/duration';
import { print, type Decimal } from '../exact/decimal';
import { shownInDocumentedUnit, unitDefinition, valueTemplate } from '../exact/unit';
import { type Settings } from '../settings/settings';
import { type Reading, type Shape } from '../shapes/shape';
import { GRAFANA_ORIGIN } from './grafanaOrigin';
import { problem, type Problem } from './problem';
import { checkSelector } from './selector';
import { alertLevels, type AlertLevel, type Threshold } from './threshold';

/** A threshold, the shape that measures it, and the words for whoever is paged. */
export interface Alert {
  /** Starts with its system; also the name of its runbook. */
  readonly name: string;
  /** What is broken; unique over all systems. Notifications are grouped by it. */
  readonly component: string;
  /** A documented reaction that routing uses, such as `rollback`. */
  readonly action?: string;
  readonly threshold: Threshold;
  readonly shape: Shape;
  /** One line without numbers. */
  readonly summary: string;
  /** A page of the app on which people act on it, by its path there. */
  readonly page?: string;
  /** What to do first, in order. */
  readonly steps: readonly [string, ...string[]];
}

/** The levels of an alert that the settings leave enabled. */
export function enabledLevels(alert: Alert, settings: Settings): AlertLevel[] {
  return alertLevels(alert.threshold).filter(
    (level) => !settings.disabled.includes(alert.name) && !settings.disabled.includes(`${alert.name}.${level}`)
  );
}

/** The bound of a level, in the unit of the series. */
export function alertBound({ threshold }: Alert, level: AlertLevel): ParsedBound {
  return boundInSeriesUnit(threshold.levels[level] as Bound, threshold.unit);
}

export const alertExpression = (alert: Alert, level: AlertLevel): string =>
  alert.shape.breach(alertBound(alert, level));

/** `0s` when a level fires at once. */
export const holdOf = ({ threshold }: Alert, level: AlertLevel): Duration => threshold.for?.[level] ?? '0s';

/**
 * How often the rules of a shape are evaluated: as often as its slowest producer deserves, without one as Prometheus itself,
 * and no more often than it can change.
 */
export function evaluationOf({ shape }: Pick<Alert, 'shape'>, settings: Settings): Duration {
  const intervals = [
    ...shape.reads.map(({ metric }) => settings.evaluation[metric.producer]),
    ...(shape.pace ? [shape.pace] : []),
  ];
  return intervals.reduce(
    (slowest, next) => (seconds(next) > seconds(slowest) ? next : slowest),
    intervals[0] ?? settings.evaluation.prometheus
  );
}

/** The labels of a firing alert beside those its series keep. */
export function alertLabels(
  system: string,
  alert: Alert,
  level: AlertLevel,
  settings: Settings
): Record<string, string> {
  return {
    ...settings.labels,
    ...settings.alerts[alert.name]?.labels,
    severity: settings.severities[level],
    system,
    component: alert.component,
    rule: alert.threshold.id,
    ...(alert.action && { action: alert.action }),
    [GRAFANA_ORIGIN.label]: GRAFANA_ORIGIN.value,
  };
}

/** When the level applies, in words: "below 60 %, over 24 hours, from 5 samples on". */
export function conditionInWords({ threshold }: Alert, level: AlertLevel): string {
  return [
    boundInWords(threshold.levels[level] as Bound, threshold.unit),
    ...(threshold.window ? [`over ${inWords(threshold.window)}`] : []),
    ...(threshold.minimumSample ? [`from ${threshold.minimumSample} samples on`] : []),
    ...(threshold.floor ? [`compared with ${threshold.floor} at least`] : []),
    ...(threshold.history ? [`once there are ${inWords(threshold.history)} of history`] : []),
  ].join(', ');
}

/** Where a firing alert sends people. */
export interface AlertLinks {
  readonly runbook: string;
  readonly dashboard: string;
  /** The page of the app, where the alert names one and there is a Grafana. */
  readonly page?: string;
  /** Where Grafana draws it. */
  readonly panel?: { readonly dashboardUid: string; readonly panelId: number };
}

/**
 * Texts of a firing alert. Without `value`, `value` and `description` hold the Go templates for it and for the labels
 * that its series keeps; with one (in the unit of the series) they say what Prometheus will make of the templates.
 */
export function alertAnnotations(
  alert: Alert,
  level: AlertLevel,
  links: AlertLinks,
  value?: Decimal,
  labels: Readonly<Record<string, string>> = {}
): Record<string, string> {
  const { unit, before, after, of } = readingOf(alert, level);
  const text = value
    ? `${print(shownInDocumentedUnit(of(value), unit))}${unitDefinition(unit).symbol}`
    : valueTemplate(unit);
  const told = `${before}${text}${after}`;
  const condition = conditionInWords(alert, level);
  return {
    summary: alert.summary,
    description: `${alert.threshold.title}${which(alert, value && labels)}: ${told} (${level}: ${condition}).`,
    value: told,
    condition,
    actions: alert.steps.map((step, i) => `${i + 1}. ${step}`).join('\n'),
    runbook_url: links.runbook,
    dashboard_url: links.dashboard,
    ...(links.page && { page_url: links.page }),
    // Grafana's names for its buttons "Go to dashboard" and "Go to panel".
    ...(links.panel && { __dashboardUid__: links.panel.dashboardUid, __panelId__: String(links.panel.panelId) }),
  };
}

/** Of several things judged apart, the one that fires: ", source validation.last_day". */
const which = ({ shape }: Alert, labels?: Readonly<Record<string, string>>): string =>
  shape.keeps.map((label) => `, ${label} ${labels ? (labels[label] ?? '') : `{{ $labels.${label} }}`}`).join('');

function readingOf(alert: Alert, level: AlertLevel): Reading {
  const plain: Reading = { unit: alert.threshold.unit, before: '', after: '', of: (value) => value };
  return alert.shape.reading?.(alertBound(alert, level)) ?? plain;
}

/** What Prometheus would accept and then never fire, fire late, or name wrongly. */
export function checkAlert(system: string, alert: Alert, settings: Settings): Problem[] {
  const evaluation = evaluationOf(alert, settings);
  const prefix = { platform: 'genwatch' }[system] ?? system;
  const naming = alert.name.toLowerCase().startsWith(prefix)
    ? []
    : [
        problem(
          ['alerts', alert.name],
          `the name does not start with its system "${system}"`,
          `rename it in the catalog`
        ),
      ];
  const path = ['thresholds', alert.threshold.id];
  // Of what the selectors ask for, settings can change only the window.
  const window = [...path, 'window'];
  const levels = alertLevels(alert.threshold).flatMap((level) => {
    const hold = holdOf(alert, level);
    const late =
      seconds(hold) % seconds(evaluation) === 0
        ? []
        : [
            problem(
              lateBecause(alert, level, evaluation, settings),
              `for ${hold} of ${alert.threshold.id} (${level}) is no multiple of the evaluation interval ${evaluation}, so it would fire late`,
              `use a multiple of ${evaluation}, or an interval that divides ${hold}`
            ),
          ];
    return [...late, ...checkBreach(alert, level, [...path, level])];
  });
  return [...naming, ...levels, ...alert.shape.reads.flatMap((selector) => checkSelector(selector, window))];
}

/** The `for` of the settings, or else the interval that no longer divides the documented one. */
function lateBecause(
  { threshold, shape }: Alert,
  level: AlertLevel,
  evaluation: Duration,
  settings: Settings
): string[] {
  const slowest = shape.reads.find(({ metric }) => settings.evaluation[metric.producer] === evaluation);
  return settings.thresholds[threshold.id]?.for?.[level] !== undefined || !slowest
    ? ['thresholds', threshold.id, 'for', level]
    : ['evaluation', slowest.metric.producer];
}

function checkBreach(alert: Alert, level: AlertLevel, path: readonly string[]): Problem[] {
  try {
    alertExpression(alert, level);
    return [];
  } catch (cause) {
    return [
      problem(path, cause instanceof Error ? cause.message : String(cause), 'choose a bound that the shape can judge'),
    ];
  }
}
