import { FieldColorModeId, FieldConfigProperty, PanelPlugin, type PanelPluginMeta } from '@grafana/data';
import { BigValueColorMode, BigValueGraphMode } from '@grafana/ui';

import { type PanelId } from '../boot/bootData';
import { BarChartPanel } from './BarChartPanel';
import { BarGaugePanel } from './BarGaugePanel';
import { fieldOptions } from './fieldOptions';
import { GaugePanel } from './GaugePanel';
import { noEditor } from './noEditor';
import { StateTimelinePanel } from './StateTimelinePanel';
import { StatPanel } from './StatPanel';
import { TablePanel } from './TablePanel';
import { TextPanel } from './TextPanel';
import { TIME_SERIES_DEFAULTS, TimeSeriesPanel } from './TimeSeriesPanel';

const HIDE_FROM = { hideFrom: { tooltip: false, viz: false, legend: false } };

/** As Grafana's time series panel has them. */
const LINES = {
  ...HIDE_FROM,
  drawStyle: 'line',
  lineInterpolation: 'linear',
  lineWidth: 1,
  lineStyle: { fill: 'solid' },
  fillOpacity: 0,
  fillBelowTo: undefined,
  gradientMode: 'none',
  showPoints: 'auto',
  pointSize: 5,
  spanNulls: false,
  stacking: { mode: 'none', group: 'A' },
  axisPlacement: 'auto',
  axisLabel: '',
  axisColorMode: 'text',
  axisBorderShow: false,
  axisCenteredZero: false,
  axisSoftMin: undefined,
  axisSoftMax: undefined,
  axisWidth: undefined,
  scaleDistribution: { type: 'linear' },
  thresholdsStyle: { mode: 'off' },
  barAlignment: 0,
  barWidthFactor: 0.6,
  insertNulls: false,
  showValues: false,
  transform: undefined,
};

const CELLS = {
  ...HIDE_FROM,
  align: 'auto',
  inspect: false,
  cellOptions: { type: 'auto' },
  width: undefined,
  minWidth: undefined,
  filterable: undefined,
  hidden: undefined,
  wrapText: undefined,
  wrapHeaderText: undefined,
  footer: undefined,
  tooltip: undefined,
};

const coloured = (mode: FieldColorModeId) => ({
  standardOptions: { [FieldConfigProperty.Color]: { defaultValue: { mode } } },
});
const byThresholds = coloured(FieldColorModeId.Thresholds);
const byPalette = coloured(FieldColorModeId.PaletteClassic);

function withDefaults<T extends object>(plugin: PanelPlugin<T>, defaults: Partial<T>): PanelPlugin<T> {
  return plugin.setPanelOptions((builder) => {
    for (const [path, defaultValue] of Object.entries(defaults)) {
      builder.addCustomEditor({ id: path, path: path as never, name: path, defaultValue, editor: noEditor });
    }
  });
}

const MAKERS: Readonly<Record<PanelId, () => PanelPlugin>> = {
  timeseries: () =>
    withDefaults(new PanelPlugin(TimeSeriesPanel), TIME_SERIES_DEFAULTS).useFieldConfig({
      ...byPalette,
      useCustomConfig: fieldOptions(LINES),
    }),
  stat: () =>
    withDefaults(new PanelPlugin(StatPanel), {
      graphMode: BigValueGraphMode.Area,
      colorMode: BigValueColorMode.Value,
    }).useFieldConfig(byThresholds),
  gauge: () => new PanelPlugin(GaugePanel).useFieldConfig(byThresholds),
  bargauge: () => new PanelPlugin(BarGaugePanel).useFieldConfig(byThresholds),
  barchart: () => new PanelPlugin(BarChartPanel).useFieldConfig({ ...byPalette, useCustomConfig: fieldOptions(LINES) }),
  table: () => new PanelPlugin(TablePanel).useFieldConfig({ ...byThresholds, useCustomConfig: fieldOptions(CELLS) }),
  'state-timeline': () =>
    new PanelPlugin(StateTimelinePanel).useFieldConfig({
      ...byThresholds,
      useCustomConfig: fieldOptions({
        ...HIDE_FROM,
        lineWidth: 0,
        fillOpacity: 70,
        insertNulls: false,
        spanNulls: false,
      }),
    }),
  text: () => new PanelPlugin(TextPanel),
};

const isKnown = (id: string): id is PanelId => Object.hasOwn(MAKERS, id);

/** The panels of the preview by id, each made when first asked for. */
export function panelPlugins(
  metas: Readonly<Record<string, PanelPluginMeta>>
): (id: string) => PanelPlugin | undefined {
  const made = new Map<string, PanelPlugin>();
  return (id) => {
    const known = made.get(id);
    if (known || !isKnown(id)) {
      return known;
    }
    const plugin: PanelPlugin = MAKERS[id]();
    const meta = metas[id];
    if (meta) {
      plugin.meta = meta;
    }
    made.set(id, plugin);
    return plugin;
  };
}
