import { type DataFrame, FieldType, type PanelProps } from '@grafana/data';
import { type LegendDisplayMode, SortOrder, TooltipDisplayMode, type VizLegendOptions } from '@grafana/schema';
import { TimeSeries, TooltipPlugin, ZoomPlugin } from '@grafana/ui';
import React from 'react';

import { AnnotationMarks } from './AnnotationMarks';
import { NoData } from './NoData';

export interface TimeSeriesOptions {
  readonly legend: VizLegendOptions;
  readonly tooltip: { readonly mode: TooltipDisplayMode; readonly sort: SortOrder };
}

export const TIME_SERIES_DEFAULTS: TimeSeriesOptions = {
  legend: { showLegend: true, displayMode: 'list' as LegendDisplayMode, placement: 'bottom', calcs: [] },
  tooltip: { mode: TooltipDisplayMode.Single, sort: SortOrder.None },
};

/** Lines over time, drawn by @grafana/ui; dragging chooses a range. */
export function TimeSeriesPanel(props: PanelProps<TimeSeriesOptions>) {
  const { data, width, height, options, timeZone, timeRange, onChangeTimeRange } = props;
  const frames = data.series.flatMap(drawable);
  if (frames.length === 0) {
    return <NoData data={data} />;
  }
  return (
    <TimeSeries
      frames={frames}
      structureRev={data.structureRev}
      timeRange={timeRange}
      timeZone={timeZone}
      width={width}
      height={height}
      legend={options.legend}
      options={options}
    >
      {(config, aligned) => (
        <>
          <ZoomPlugin config={config} onZoom={onChangeTimeRange} />
          <TooltipPlugin
            data={aligned}
            frames={frames}
            config={config}
            mode={options.tooltip.mode}
            sortOrder={options.tooltip.sort}
            timeZone={timeZone}
          />
          <AnnotationMarks config={config} annotations={data.annotations ?? []} />
        </>
      )}
    </TimeSeries>
  );
}

/** Only times and numbers can be drawn. */
function drawable(frame: DataFrame): DataFrame[] {
  const time = frame.fields.find(({ type }) => type === FieldType.time);
  const values = frame.fields.filter(({ type }) => type === FieldType.number);
  return time && values.length > 0 && frame.length > 0 ? [{ ...frame, fields: [time, ...values] }] : [];
}
