import { type Builder } from '@grafana/grafana-foundation-sdk/cog';
import {
  DashboardLinkBuilder,
  DashboardLinkType,
  MappingType,
  ThresholdsConfigBuilder,
  SpecialValueMatch,
  ThresholdsMode,
  type DashboardLink,
  type Panel as GrafanaPanel,
  type ValueMapping,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { type PanelBuilder as BarChartBuilder } from '@grafana/grafana-foundation-sdk/barchart';
import { type PanelBuilder as StatBuilder } from '@grafana/grafana-foundation-sdk/stat';
import { type PanelBuilder as StateTimelineBuilder } from '@grafana/grafana-foundation-sdk/statetimeline';
import { type PanelBuilder as TableBuilder } from '@grafana/grafana-foundation-sdk/table';
import { type PanelBuilder as TimeseriesBuilder } from '@grafana/grafana-foundation-sdk/timeseries';
import { unitDefinition } from '../../catalog/exact/unit';
import { panelData, panelRunbooks, type Panel } from '../../catalog/kinds/dashboard';
import { type Settings } from '../../catalog/settings/settings';
import { bars } from './draw/bars';
import { noValue } from './draw/noValue';
import { stat } from './draw/stat';
import { states } from './draw/states';
import { table } from './draw/table';
import { timeseries } from './draw/timeseries';
import { dataSourceOf, dataSourceRef } from './dataSources';
import { targets, type Place } from './targets';
import { thresholdSteps } from './thresholdSteps';

type AnyPanelBuilder = BarChartBuilder | StatBuilder | StateTimelineBuilder | TableBuilder | TimeseriesBuilder;

const HEIGHT = 8;

/** One panel of the catalog as Grafana's JSON: unit, lines and runbook link follow from threshold and alert. */
export function panel(definition: Panel, id: number, place: Place): Builder<GrafanaPanel> {
  const [first] = panelData(definition);
  const builder = drawn(definition, place.settings)
    .id(id)
    .title(definition.title)
    .description(definition.question)
    .span(definition.width)
    .height(definition.height ?? HEIGHT)
    .unit(unitOf(definition))
    .thresholds(thresholds(definition));
  if (first) {
    builder.datasource(dataSourceRef(dataSourceOf(first)));
  }
  targets(definition, place).forEach((target) => builder.withTarget(target));
  builder.mappings(mappings(definition));
  if (definition.range) {
    builder.timeFrom(definition.range);
  }
  if (definition.rename) {
    const { from, to } = definition.rename;
    builder.withTransformation({ id: 'renameByRegex', options: { regex: from, renamePattern: to } });
  }
  for (const [legend, fixedColor] of Object.entries(definition.colors ?? {})) {
    builder.overrideByName(legend, [{ id: 'color', value: { mode: 'fixed', fixedColor } }]);
  }
  const links = runbookLinks(definition, place.settings);
  if (links.length > 0) {
    builder.links(
      links.map((link) =>
        new DashboardLinkBuilder(link.title).type(DashboardLinkType.Link).targetBlank(true).url(link.url)
      )
    );
    // In a table every cell would become a link.
    if (definition.draw !== 'table') {
      builder.dataLinks(links.map((link) => dataLink(link)));
    }
  }
  return builder;
}

function drawn(definition: Panel, settings: Settings): AnyPanelBuilder {
  switch (definition.draw) {
    case 'stat':
      return stat(definition);
    case 'table':
      return table(definition, settings);
    case 'timeseries':
      return timeseries(definition);
    case 'states':
      return states();
    case 'bars':
      return bars(definition);
  }
}

function unitOf({ draw, threshold, unit = threshold?.unit }: Panel): string {
  // A table has columns of several kinds: numbers are counts unless their column says otherwise.
  return draw !== 'table' && unit ? unitDefinition(unit).grafana : 'locale';
}

/** Words for single values, and for none: in no colour, because nothing is known. */
function mappings({ draw, states = [] }: Panel): ValueMapping[] {
  const words: ValueMapping = {
    type: MappingType.ValueToText,
    options: Object.fromEntries(states.map(({ value, text, color }, index) => [value, { text, color, index }])),
  };
  const nothing: ValueMapping = {
    type: MappingType.SpecialValue,
    options: {
      match: SpecialValueMatch.NullAndNan,
      result: { text: noValue(states), color: 'text', index: states.length },
    },
  };
  return [...(states.length > 0 ? [words] : []), ...(draw === 'stat' ? [nothing] : [])];
}

function thresholds({ threshold, draw }: Panel): ThresholdsConfigBuilder {
  const steps = threshold && draw !== 'table' ? thresholdSteps(threshold) : undefined;
  return new ThresholdsConfigBuilder()
    .mode(ThresholdsMode.Absolute)
    .steps(
      steps
        ? steps.map(({ from, color }) => ({ value: from === null ? null : Number(from), color }))
        : [{ value: null, color: 'green' }]
    );
}

interface Link {
  readonly title: string;
  readonly url: string;
}

/** One runbook is "Runbook"; of several each one is named. */
function runbookLinks(definition: Panel, { links }: Settings): Link[] {
  const alerts = panelRunbooks(definition);
  return alerts.map((alert) => ({
    title: alerts.length === 1 ? 'Runbook' : `Runbook: ${alert}`,
    url: `${links.runbooks}/${alert}.md`,
  }));
}

/** The link in the menu of a point or a value; its type in the SDK asks for fields that only a dashboard's links have. */
const dataLink = ({ title, url }: Link) => ({
  build: (): DashboardLink => ({ title, url, targetBlank: true }) as DashboardLink,
});
