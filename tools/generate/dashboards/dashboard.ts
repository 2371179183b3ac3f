import {
  DashboardBuilder,
  DashboardCursorSync,
  DatasourceVariableBuilder,
  RowBuilder,
  VariableHide,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { type Catalog } from '../../../src/catalog/catalog';
import { type Dashboard } from '../../../src/catalog/kinds/dashboard';
import { type System } from '../../../src/catalog/kinds/system';
import { type Settings } from '../../../src/catalog/settings/settings';
import { type Bundle } from '../bundle';
import { numberedPanels } from '../links';
import { DATA_SOURCES, panel } from './panel';

/** Row headers get ids past every panel's, so that panels keep theirs when a row is added. */
const FIRST_ROW_ID = 1000;

function render(dashboard: Dashboard, system: System, settings: Settings): string {
  const ids = new Map(numberedPanels(dashboard).map(({ id, panel: definition }) => [definition, id]));
  const builder = new DashboardBuilder(dashboard.title)
    .uid(dashboard.uid)
    .description(`${dashboard.description} Generated from src/catalog/systems/${system.id}: change it there, not here.`)
    .tags(['genwatch', system.id])
    .timezone('browser')
    .time({ from: 'now-24h', to: 'now' })
    .refresh('1m')
    .tooltip(DashboardCursorSync.Crosshair)
    .readonly();
  for (const { name, label, type } of Object.values(DATA_SOURCES)) {
    builder.withVariable(new DatasourceVariableBuilder(name).label(label).type(type).hide(VariableHide.DontHide));
  }
  dashboard.rows.forEach((row, i) => {
    builder.withRow(new RowBuilder(row.title).id(FIRST_ROW_ID + i));
    row.panels.forEach((definition) => builder.withPanel(panel(definition, ids.get(definition) ?? 0, settings)));
  });
  return `${JSON.stringify(builder.build(), null, 2)}\n`;
}

export function emitDashboards({ systems, settings }: Catalog): Bundle {
  return new Map(
    systems.flatMap((system) =>
      system.dashboards.map((dashboard): [string, string] => [
        `dashboards/${dashboard.uid}.json`,
        render(dashboard, system, settings),
      ])
    )
  );
}
