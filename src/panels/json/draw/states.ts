import { SortOrder, VisibilityMode } from '@grafana/grafana-foundation-sdk/common';
import { PanelBuilder as StateTimelineBuilder } from '@grafana/grafana-foundation-sdk/statetimeline';
import { legend, tooltip } from './legend';

/** A band per series, in the colour of its state. */
export const states = (): StateTimelineBuilder =>
  new StateTimelineBuilder()
    .mergeValues(true)
    .disablePagination()
    .showValue(VisibilityMode.Never)
    .rowHeight(0.8)
    .fillOpacity(80)
    .lineWidth(0)
    .legend(legend(true))
    .tooltip(tooltip(SortOrder.None))
    .noValue('unknown');
