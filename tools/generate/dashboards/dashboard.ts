import {
  DashboardBuilder,
  DashboardCursorSync,
  RowBuilder,
  type AnnotationQuery,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { type Catalog } from '../../../src/catalog/catalog';
import { type Dashboard } from '../../../src/catalog/kinds/dashboard';
import { type Bundle } from '../bundle';
import { numberedPanels } from '../links';
import { firingAnnotation } from './firingAlerts';
import { panel } from './panel';
import { type Place } from './targets';
import { variables } from './variables';

/** Row headers get ids past every panel's, so that panels keep theirs when a row is added. */
const FIRST_ROW_ID = 1000;

function render({ dashboard, system, settings }: Place): string {
  const ids = new Map(numberedPanels(dashboard).map(({ id, panel: definition }) => [definition, id]));
  const annotation: AnnotationQuery = firingAnnotation(system, settings);
  const builder = new DashboardBuilder(dashboard.title)
    .uid(dashboard.uid)
    .description(`${dashboard.description} Generated from src/catalog/systems/${system.id}: change it there, not here.`)
    .tags(['genwatch', system.id])
    .timezone('browser')
    .time({ from: 'now-24h', to: 'now' })
    .refresh('1m')
    .tooltip(DashboardCursorSync.Crosshair)
    .annotation({ build: () => annotation })
    .readonly();
  variables(dashboard).forEach((variable) => builder.withVariable(variable));
  dashboard.rows.forEach((row, i) => {
    builder.withRow(new RowBuilder(row.title).id(FIRST_ROW_ID + i));
    row.panels.forEach((definition) =>
      builder.withPanel(panel(definition, ids.get(definition) ?? 0, { dashboard, system, settings }))
    );
  });
  return `${JSON.stringify(builder.build(), null, 2)}\n`;
}

export function emitDashboards({ systems, settings }: Catalog): Bundle {
  return new Map(
    systems.flatMap((system) =>
      system.dashboards.map((dashboard: Dashboard): [string, string] => [
        `dashboards/${dashboard.uid}.json`,
        render({ dashboard, system, settings }),
      ])
    )
  );
}
