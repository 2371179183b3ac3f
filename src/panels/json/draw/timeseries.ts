import {
  GraphThresholdsStyleConfigBuilder,
  GraphThresholdsStyleMode,
  LineInterpolation,
  SortOrder,
  VisibilityMode,
} from '@grafana/grafana-foundation-sdk/common';
import { PanelBuilder as TimeseriesBuilder } from '@grafana/grafana-foundation-sdk/timeseries';
import { compare, decimal, print, times } from '../../../catalog/exact/decimal';
import { panelData, type Panel, type PanelData } from '../../../catalog/kinds/dashboard';
import { thresholdSteps } from '../thresholdSteps';
import { legend, tooltip } from './legend';

/** How far above the highest line the scale reaches at least, so that the line is seen while all is well. */
const HEADROOM = decimal('1.25');

/** Values over time, with the lines of the threshold. */
export function timeseries(definition: Panel): TimeseriesBuilder {
  const data = panelData(definition);
  return (
    scaled(new TimeseriesBuilder(), definition)
      .lineWidth(2)
      // Gauges hold their value until the next one; days are points of their own.
      .lineInterpolation(data.some(isSql) ? LineInterpolation.Linear : LineInterpolation.StepAfter)
      .showPoints(VisibilityMode.Auto)
      .legend(legend(data.length > 1 || data.some(hasManySeries)))
      .tooltip(tooltip(SortOrder.Descending))
      .thresholdsStyle(
        new GraphThresholdsStyleConfigBuilder().mode(
          definition.threshold ? GraphThresholdsStyleMode.Dashed : GraphThresholdsStyleMode.Off
        )
      )
      .noValue('no data')
  );
}

const isSql = ({ kind }: PanelData) => kind === 'sql';

/** One series is named by its panel; a legend of label values, or of several columns, is not. */
function hasManySeries(data: PanelData): boolean {
  switch (data.kind) {
    case 'sql':
      return Object.keys(data.lines?.legends ?? {}).length > 1;
    case 'firing':
      return true;
    default:
      return data.legend.includes('{{');
  }
}

/** A share is drawn on its whole scale, one that may pass it as documented at least so, everything else from zero to above its lines. */
function scaled(builder: TimeseriesBuilder, definition: Panel): TimeseriesBuilder {
  const { threshold, unit = threshold?.unit } = definition;
  if (unit === 'percent') {
    return panelData(definition).some(isSql) ? builder.axisSoftMin(0).axisSoftMax(1) : builder.min(0).max(1);
  }
  const bounds = threshold
    ? thresholdSteps(threshold).flatMap(({ from }) => (from === null ? [] : [decimal(from)]))
    : [];
  const [highest] = bounds.sort((a, b) => compare(b, a));
  const based = builder.axisSoftMin(0);
  return highest ? based.axisSoftMax(Number(print(times(highest, HEADROOM)))) : based;
}
