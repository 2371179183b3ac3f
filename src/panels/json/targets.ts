import { type Builder, type Dataquery } from '@grafana/grafana-foundation-sdk/cog';
import {
  DataqueryBuilder as PrometheusQueryBuilder,
  PromQueryFormat,
} from '@grafana/grafana-foundation-sdk/prometheus';
import { panelData, type Dashboard, type Panel } from '../../catalog/kinds/dashboard';
import { type System } from '../../catalog/kinds/system';
import { type Settings } from '../../catalog/settings/settings';
import { dataSourceRef } from './dataSources';
import { firingSince } from './firingAlerts';
import { sqlTarget } from './sqlTarget';
import { grafanaParameters } from './variables';

/** Where a panel stands: what its variables are, whose alerts it shows. */
export interface Place {
  readonly dashboard: Dashboard;
  readonly system: System;
  readonly settings: Settings;
}

/** Rows a table panel shows at most. */
const LIMIT = '100';

/** What a panel asks its data sources, as A, B, C … */
export function targets(panel: Panel, { dashboard, system, settings }: Place): Array<Builder<Dataquery>> {
  return panelData(panel).map((data, i) => {
    const refId = String.fromCharCode('A'.charCodeAt(0) + i);
    const prometheus = () => new PrometheusQueryBuilder().refId(refId).datasource(dataSourceRef('prometheus'));
    switch (data.kind) {
      case 'sql':
        return sqlTarget(refId, data, grafanaParameters(dashboard, LIMIT), settings);
      case 'firing':
        return prometheus().expr(firingSince(system, settings)).format(PromQueryFormat.Table).instant();
      default: {
        const target = prometheus()
          .expr(data.kind === 'shape' ? data.shape.record : data.expr)
          .legendFormat(data.legend);
        return panel.draw === 'stat' ? target.instant() : target.range();
      }
    }
  });
}
