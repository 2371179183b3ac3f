import {
  LegendDisplayMode,
  LegendPlacement,
  type SortOrder,
  TooltipDisplayMode,
  VizLegendOptionsBuilder,
  VizTooltipOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';

/** Names below the panel, or none. */
export const legend = (isShown: boolean): VizLegendOptionsBuilder =>
  new VizLegendOptionsBuilder()
    .showLegend(isShown)
    .displayMode(LegendDisplayMode.List)
    .placement(LegendPlacement.Bottom)
    .calcs([]);

/** All values of the moment under the pointer. */
export const tooltip = (order: SortOrder): VizTooltipOptionsBuilder =>
  new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi).sort(order);
