import { type DataQuery } from '@grafana/schema';

import { type Catalog } from '../../catalog/catalog';
import { type AlertsQuery, type MetricQuery } from '../query/query';
import { seriesExpression } from '../series/seriesExpression';
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
export function historyTarget({ systems }: Catalog, { refId, system, severity }: AlertsQuery): PrometheusTarget {
  const matchers = [
    'alertstate="firing"',
    system ? `system=${JSON.stringify(system)}` : `system=~"${systems.map(({ id }) => id).join('|')}"`,
    ...(severity ? [`severity=${JSON.stringify(severity)}`] : []),
  ];
  return target(
    refId,
    `max by (alertname, severity, system, component) (${protectedText(`ALERTS{${matchers.join(', ')}}`)})`,
    '{{alertname}} ({{severity}})'
  );
}
