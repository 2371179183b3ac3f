import { inWords, seconds, type Duration } from '../../src/catalog/exact/duration';
import { evaluationOf, holdOf, type Alert } from '../../src/catalog/kinds/alert';
import { type AlertLevel } from '../../src/catalog/kinds/threshold';
import { type Settings } from '../../src/catalog/settings/settings';

/** One stretch of the way from a fault to whoever is paged, at its longest. */
export interface Stretch {
  readonly what: string;
  readonly seconds: number;
}

/** Whether Alertmanager already holds an alert of the same component: then it sends on its interval, not at once. */
export type Group = 'new' | 'existing';

/** The longest way from the fault to the notification of a firing alert. */
export function wayToFiring(alert: Alert, level: AlertLevel, settings: Settings, group: Group = 'new'): Stretch[] {
  const { groupWait, groupInterval } = settings.delivery;
  return [
    ...wayToRule(alert, level, settings),
    { what: 'Alertmanager sends', seconds: seconds(group === 'new' ? groupWait : groupInterval) },
  ].filter((stretch) => stretch.seconds > 0);
}

/** The longest way from the fault to a firing alert in Prometheus, which nobody is told of. */
export const wayToRule = (alert: Alert, level: AlertLevel, settings: Settings): Stretch[] => [
  ...wayToTheRule(alert, settings),
  ...holding(alert, level, settings),
];

/** The longest way to the notification of what Prometheus already knew while nobody could be told. */
export const wayAfterwards = (
  alert: Alert,
  level: AlertLevel,
  settings: Settings,
  state: 'pending' | 'firing'
): Stretch[] => [
  ...(state === 'pending' ? holding(alert, level, settings) : []),
  { what: 'Prometheus sends again', seconds: RESEND + seconds(evaluationOf(alert, settings)) },
  { what: 'Alertmanager sends', seconds: seconds(settings.delivery.groupInterval) },
];

/** As startPrometheus sets it, seconds. */
const RESEND = 10;

/** A breach is seen at an evaluation only, and so is that it has held long enough. */
function holding(alert: Alert, level: AlertLevel, settings: Settings): Stretch[] {
  const [hold, evaluation] = [holdOf(alert, level), seconds(evaluationOf(alert, settings))];
  const held = { what: `it holds for ${inWords(hold)}`, seconds: Math.ceil(seconds(hold) / evaluation) * evaluation };
  return held.seconds > 0 ? [held] : [];
}

/** The longest way from the end of the fault to the notification that all is well: nothing has to hold for that. */
export function wayToResolved(alert: Alert, settings: Settings): Stretch[] {
  return [
    { what: 'it has left the window', seconds: seconds(alert.shape.window) },
    ...wayToTheRule(alert, settings),
    { what: 'Alertmanager sends', seconds: seconds(settings.delivery.groupInterval) },
  ].filter((stretch) => stretch.seconds > 0);
}

export const total = (way: readonly Stretch[]): number => way.reduce((sum, stretch) => sum + stretch.seconds, 0);

/** "15 s until the exporter reads, 14 s until Prometheus scrapes, …" */
export const wayInWords = (way: readonly Stretch[]): string =>
  way.map((stretch) => `${stretch.seconds} s until ${stretch.what}`).join(', ');

function wayToTheRule(alert: Alert, settings: Settings): Stretch[] {
  // What Prometheus writes itself, such as `up`, is as new as the scrape.
  const refreshes = alert.shape.reads
    .filter(({ metric }) => metric.producer !== 'prometheus')
    .map(({ metric }) => seconds(metric.refresh ?? NOW));
  const fromTheDatabase = alert.shape.reads.some(({ metric }) => metric.producer === 'exporter' && metric.refresh);
  const { interval, timeout } = settings.scrape;
  return [
    { what: 'the row has settled', seconds: fromTheDatabase ? seconds(settings.exporter.settle) : 0 },
    { what: 'the exporter reads', seconds: Math.max(0, ...refreshes) },
    { what: 'Prometheus scrapes', seconds: seconds(interval) + seconds(timeout) },
    { what: 'the rule is evaluated', seconds: seconds(evaluationOf(alert, settings)) },
  ].filter((stretch) => stretch.seconds > 0);
}

const NOW: Duration = '0s';
