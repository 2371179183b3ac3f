import { PanelBuilder as BarChartBuilder } from '@grafana/grafana-foundation-sdk/barchart';
import { SortOrder, StackingMode, VisibilityMode } from '@grafana/grafana-foundation-sdk/common';

import { panelData, type Panel } from '../../../catalog/kinds/dashboard';
import { columnTitle } from '../columnTitle';
import { legend, tooltip } from './legend';

/** Letters of a name below a bar. */
const TICK_LENGTH = 20;

/** A bar per row, its numbers on each other. */
export function bars(definition: Panel): BarChartBuilder {
  const builder = new BarChartBuilder()
    .stacking(StackingMode.Normal)
    .showValue(VisibilityMode.Auto)
    .xTickLabelMaxLength(TICK_LENGTH)
    .fillOpacity(70)
    .lineWidth(1)
    .axisSoftMin(0)
    .legend(legend(true))
    .tooltip(tooltip(SortOrder.None))
    .noValue('no data');
  for (const data of panelData(definition)) {
    if (data.kind === 'sql') {
      Object.keys(data.query.columns).forEach((name) =>
        builder.overrideByName(name, [{ id: 'displayName', value: columnTitle(name) }])
      );
    }
  }
  return builder;
}
