import { getDataSourceSrv } from '@grafana/runtime';

import { appUrl } from '../../app/appUrl';
import { type Source } from '../../app/installation';
import { panelRunbooks, type Topic } from '../../catalog/kinds/dashboard';
import { type System } from '../../catalog/kinds/system';
import { userMay } from '../../shared/userMay';

/** The page of one alert. */
export const alertUrl = (name: string): string => appUrl('alerts', name);

/** The table of thresholds, with the one that an alert judges. */
export const thresholdUrl = (id: string): string => `${appUrl('thresholds')}?${new URLSearchParams({ search: id })}`;

/** Where the page of the system draws what an alert judges. */
export interface DrawnAt {
  /** Title of the panel. */
  readonly panel: string;
  readonly url: string;
}

/** The first panel of the system whose runbook is that of the alert. */
export function drawnAt({ id, dashboards }: System, alertName: string): DrawnAt | undefined {
  const drawn = dashboards
    .flatMap(({ rows }) => rows)
    .flatMap(({ topic, panels }) => panels.map((panel): [Topic, typeof panel] => [topic, panel]))
    .find(([, panel]) => panelRunbooks(panel).includes(alertName));
  return drawn && { panel: drawn[1].title, url: appUrl('systems', id, drawn[0]) };
}

/**
 * Grafana's list of rules with those of an alert, which Prometheus evaluates. Grafana has a page that finds a rule, too, but
 * with a Prometheus of Debian 12 that shows all rules there are.
 */
export const ruleUrl = (prometheus: string, alertName: string): string =>
  `/alerting/list?${new URLSearchParams({ search: `datasource:"${prometheus}" rule:${alertName}` })}`;

/** Grafana's form for a new silence, filled in for an alert. */
export const silenceUrl = (alertmanager: string, alertName: string): string =>
  `/alerting/silence/new?${new URLSearchParams({ alertmanager, matcher: `alertname=${alertName}` })}`;

const ALERTMANAGER = 'alertmanager';

/** What Grafana can do about an alert. */
export interface GrafanaAlerting {
  /** Name of the data source whose rules fire. */
  readonly prometheus?: string;
  /** Names of the Alertmanagers in which the user may silence; none when Grafana knows none. */
  readonly alertmanagers: readonly string[];
  /** Whether the user may silence at all. */
  readonly maySilence: boolean;
}

/** Asks Grafana; a page does so when it is made. */
export function grafanaAlerting(source: Source): GrafanaAlerting {
  const { prometheusUid } = source.options;
  const prometheus = prometheusUid ? getDataSourceSrv().getInstanceSettings(prometheusUid)?.name : undefined;
  return {
    ...(prometheus !== undefined && { prometheus }),
    // Without `all` Grafana leaves Alertmanagers out, because they answer no queries; with it, its own source is in too.
    alertmanagers: getDataSourceSrv()
      .getList({ type: ALERTMANAGER, all: true })
      .filter(({ type }) => type === ALERTMANAGER)
      .map(({ name }) => name),
    maySilence: userMay('alert.instances.external:write'),
  };
}
