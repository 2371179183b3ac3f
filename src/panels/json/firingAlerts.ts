import { type AnnotationQuery } from '@grafana/grafana-foundation-sdk/dashboard';
import { type System } from '../../catalog/kinds/system';
import { type Settings } from '../../catalog/settings/settings';
import { dataSourceRef } from './dataSources';

/** What fires of a system and is for people: not its heartbeat. */
const firing = ({ id }: System, { severities }: Settings): string =>
  `ALERTS{alertstate="firing", system="${id}", severity!="${severities.info}"}`;

/** Since when each of them is true, in seconds; one row per alert, severity and component. */
export const firingSince = (system: System, settings: Settings): string =>
  `time() - max by (severity, alertname, component) (ALERTS_FOR_STATE{system="${system.id}"} and ignoring (alertstate) ${firing(system, settings)})`;

/** Marks on every panel while an alert of the system fires; Prometheus' own alerts have no state on Grafana's panels. */
export const firingAnnotation = (system: System, settings: Settings): AnnotationQuery => ({
  name: 'Alerts',
  datasource: dataSourceRef('prometheus'),
  enable: true,
  hide: false,
  iconColor: 'red',
  expr: `max by (severity, alertname, component) (${firing(system, settings)})`,
  titleFormat: '{{alertname}}',
  textFormat: '{{severity}}, {{component}}',
  tagKeys: 'severity',
  step: '60s',
});
