import { type Builder } from '@grafana/grafana-foundation-sdk/cog';
import {
  DashboardLinkBuilder,
  DashboardLinkType,
  ThresholdsConfigBuilder,
  ThresholdsMode,
  type Panel as GrafanaPanel,
} from '@grafana/grafana-foundation-sdk/dashboard';
import {
  GraphThresholdsStyleConfigBuilder,
  GraphThresholdsStyleMode,
  LegendDisplayMode,
  LegendPlacement,
  VizLegendOptionsBuilder,
  VisibilityMode,
  type DataSourceRef,
} from '@grafana/grafana-foundation-sdk/common';
import { DataqueryBuilder as PrometheusQueryBuilder } from '@grafana/grafana-foundation-sdk/prometheus';
import { PanelBuilder as StatBuilder } from '@grafana/grafana-foundation-sdk/stat';
import { PanelBuilder as TableBuilder } from '@grafana/grafana-foundation-sdk/table';
import { PanelBuilder as TimeseriesBuilder } from '@grafana/grafana-foundation-sdk/timeseries';
import { unitDefinition } from '../../../src/catalog/exact/unit';
import { type Panel } from '../../../src/catalog/kinds/dashboard';
import { type Settings } from '../../../src/catalog/settings/settings';
import { sqlTarget } from './sqlTarget';
import { thresholdSteps } from './thresholdSteps';

/** The variables through which every panel finds its data source. */
export const DATA_SOURCES = {
  prometheus: { name: 'prometheus', type: 'prometheus', label: 'Prometheus' },
  postgres: { name: 'postgres', type: 'grafana-postgresql-datasource', label: 'PostgreSQL' },
} as const;

const reference = ({ type, name }: { type: string; name: string }): DataSourceRef => ({ type, uid: `\${${name}}` });

type AnyPanelBuilder = StatBuilder | TableBuilder | TimeseriesBuilder;

/** One panel of the catalog as Grafana's JSON: unit, lines and runbook link follow from threshold and alert. */
export function panel(definition: Panel, id: number, settings: Settings): Builder<GrafanaPanel> {
  const builder = dressed(definition)
    .id(id)
    .title(definition.title)
    .description(definition.question)
    .span(definition.width)
    .height(8);
  const { data } = definition;
  if (data.kind === 'sql') {
    builder
      .datasource(reference(DATA_SOURCES.postgres))
      .withTarget(sqlTarget(data.query, reference(DATA_SOURCES.postgres)));
  } else {
    const target = new PrometheusQueryBuilder()
      .refId('A')
      .datasource(reference(DATA_SOURCES.prometheus))
      .expr(data.kind === 'shape' ? data.shape.record : data.expr)
      .legendFormat(data.legend);
    builder
      .datasource(reference(DATA_SOURCES.prometheus))
      .withTarget(definition.draw === 'stat' ? target.instant() : target.range());
  }
  if (definition.runbook) {
    const link = new DashboardLinkBuilder('Runbook').type(DashboardLinkType.Link).targetBlank(true);
    builder.links([link.url(`${settings.links.runbooks}/${definition.runbook}.md`)]);
  }
  return builder;
}

function dressed(definition: Panel): AnyPanelBuilder {
  const { draw, threshold, unit = threshold?.unit } = definition;
  const grafanaUnit = unit ? unitDefinition(unit).grafana : 'short';
  const thresholds = new ThresholdsConfigBuilder()
    .mode(ThresholdsMode.Absolute)
    .steps(
      threshold
        ? thresholdSteps(threshold).map(({ from, color }) => ({ value: from === null ? null : Number(from), color }))
        : [{ value: null, color: 'green' }]
    );
  switch (draw) {
    case 'stat':
      return new StatBuilder().unit(grafanaUnit).thresholds(thresholds).noValue('no data');
    case 'table':
      return percentColumns(definition).reduce(
        (builder, column) => builder.overrideByName(column, [{ id: 'unit', value: 'percent' }]),
        new TableBuilder().unit(grafanaUnit)
      );
    case 'timeseries':
      return scaled(new TimeseriesBuilder(), definition)
        .unit(grafanaUnit)
        .legend(
          new VizLegendOptionsBuilder()
            // One series is named by its panel.
            .showLegend(definition.data.kind === 'promql')
            .displayMode(LegendDisplayMode.List)
            .placement(LegendPlacement.Bottom)
            .calcs([])
        )
        .thresholds(thresholds)
        .thresholdsStyle(
          new GraphThresholdsStyleConfigBuilder().mode(
            threshold ? GraphThresholdsStyleMode.Dashed : GraphThresholdsStyleMode.Off
          )
        )
        .showPoints(VisibilityMode.Never)
        .noValue('no data');
  }
}

/** A share is drawn on its whole scale and a count from zero, so that the lines of the threshold are seen. */
function scaled(builder: TimeseriesBuilder, { threshold, unit = threshold?.unit }: Panel): TimeseriesBuilder {
  return unit === 'percent' ? builder.min(0).max(1) : builder.axisSoftMin(0);
}

/** Columns of a query whose numbers are percents, of which 100 is the whole. */
const percentColumns = ({ data }: Panel): string[] =>
  data.kind === 'sql'
    ? Object.entries(data.query.columns).flatMap(([name, type]) => (type === 'percent' ? [name] : []))
    : [];
