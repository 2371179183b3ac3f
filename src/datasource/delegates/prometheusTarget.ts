import { type DataQuery } from '@grafana/schema';

import { type Catalog } from '../../catalog/catalog';
import { type AlertsQuery, type MetricQuery } from '../query/query';
import { seriesExpression } from '../series/seriesExpression';
import { keptLabels } from '../series/keptLabels';
import { protectedText } from './delegate';

/** What Grafana's Prometheus data source takes. */
export interface PrometheusTarget extends DataQuery {
  readonly expr: string;
  readonly range: boolean;
  readonly instant: boolean;
  readonly legendFormat: string;
  readonly editorMode: 'code';
}

const target = (refId: string, expr: string, legendFormat: string, instant = false): PrometheusTarget => ({
  refId,
  expr,
  range: !instant,
  instant,
  legendFormat,
  editorMode: 'code',
});

/** A series of the catalog. @throws Error when it is unknown */
export const seriesTarget = (catalog: Catalog, query: MetricQuery): PrometheusTarget =>
  target(query.refId, seriesExpression(catalog, query), query.legend || '__auto', query.instant);

/** What fired when: one series per alert, 1 while it fires. */
export const historyTarget = (catalog: Catalog, query: AlertsQuery): PrometheusTarget =>
  target(
    query.refId,
    `max by (alertname, severity, system, component) (${protectedText(alerts(catalog, query, 'firing'))})`,
    '{{alertname}} ({{severity}})'
  );

/**
 * What is true, but not yet for long enough: since when, in seconds since 1970, for each series that is judged by itself.
 * Of two Prometheus that watch the same, the later one counts: its alert fires last.
 */
export function pendingTarget(catalog: Catalog, query: AlertsQuery): PrometheusTarget {
  const labels = ['alertname', 'severity', 'system', 'component', ...keptLabels(catalog)];
  return target(
    query.refId,
    `max by (${labels.join(', ')}) (ALERTS_FOR_STATE and ignoring (alertstate) ${protectedText(alerts(catalog, query, 'pending'))})`,
    '__auto',
    true
  );
}

function alerts({ systems }: Catalog, { system, severity }: AlertsQuery, state: 'firing' | 'pending'): string {
  const matchers = [
    `alertstate="${state}"`,
    system ? `system=${JSON.stringify(system)}` : `system=~"${systems.map(({ id }) => id).join('|')}"`,
    ...(severity ? [`severity=${JSON.stringify(severity)}`] : []),
  ];
  return `ALERTS{${matchers.join(', ')}}`;
}
