import { PanelBuilder as TableBuilder } from '@grafana/grafana-foundation-sdk/table';
import { type DynamicConfigValue } from '@grafana/grafana-foundation-sdk/dashboard';
import { panelData, type Panel } from '../../../catalog/kinds/dashboard';
import { type ColumnType } from '../../../catalog/kinds/query';
import { type Settings } from '../../../catalog/settings/settings';
import { columnTitle } from '../columnTitle';
import { severityColors } from './severityColors';

const NO_SCENE = '(no scene name)';
const DAY_WIDTH = 110;
const INSTANT_WIDTH = 180;
const TEXT_WIDTH = 150;

/** Rows as they are; what a column holds decides its unit and width. */
export function table(definition: Panel, settings: Settings): TableBuilder {
  const builder = new TableBuilder().minWidth(60);
  for (const data of panelData(definition)) {
    if (data.kind === 'sql') {
      Object.entries(data.query.columns).forEach(([name, type]) =>
        builder.overrideByName(name, [
          { id: 'displayName', value: columnTitle(name) },
          // A narrow column keeps its whole title, in two lines.
          { id: 'custom.wrapHeaderText', value: true },
          ...dressOf(name, type),
        ])
      );
    }
    if (data.kind === 'firing') {
      firing(builder, settings);
    }
  }
  return builder;
}

/** About what a letter of a title takes, and the padding of its cell. */
const LETTER_WIDTH = 8;
const CELL_PADDING = 24;

/** A title breaks between its words only: the longest one has to fit. */
const widthOf = (name: string): number =>
  CELL_PADDING +
  LETTER_WIDTH *
    Math.max(
      ...columnTitle(name)
        .split(' ')
        .map((word) => word.length)
    );

function dressOf(name: string, type: ColumnType): DynamicConfigValue[] {
  const minWidth = { id: 'custom.minWidth', value: widthOf(name) };
  if (name === 'scene_name') {
    return [
      { id: 'custom.minWidth', value: TEXT_WIDTH },
      {
        id: 'mappings',
        value: [{ type: 'special', options: { match: 'null', result: { text: NO_SCENE, index: 0 } } }],
      },
    ];
  }
  if (['day', 'week', 'date'].includes(name)) {
    return [{ id: 'custom.width', value: DAY_WIDTH }];
  }
  switch (type) {
    case 'percent':
      return [minWidth, { id: 'unit', value: 'percent' }, { id: 'decimals', value: 1 }];
    case 'number':
      return [minWidth, { id: 'decimals', value: 4 }];
    case 'instant':
      return [{ id: 'custom.width', value: INSTANT_WIDTH }];
    case 'text':
      return name === 'partial' ? [] : [{ id: 'custom.minWidth', value: TEXT_WIDTH }];
    default:
      return [minWidth];
  }
}

/** Severity in its colour, the alert as a link to its runbook, and how long it is true. */
function firing(builder: TableBuilder, settings: Settings): void {
  builder
    .withTransformation({
      id: 'organize',
      options: {
        excludeByName: { Time: true },
        indexByName: { severity: 0, alertname: 1, component: 2, Value: 3 },
        renameByName: { severity: 'Severity', alertname: 'Alert', component: 'Component', Value: 'For' },
      },
    })
    .overrideByName('Severity', [
      { id: 'custom.width', value: 90 },
      { id: 'custom.cellOptions', value: { type: 'color-text' } },
      { id: 'mappings', value: [{ type: 'value', options: severityColors(settings) }] },
    ])
    .overrideByName('Alert', [
      {
        id: 'links',
        value: [{ title: 'Runbook', url: `${settings.links.runbooks}/\${__value.raw}.md`, targetBlank: true }],
      },
    ])
    .overrideByName('For', [
      { id: 'unit', value: 'dtdurations' },
      { id: 'custom.width', value: 120 },
    ]);
}
