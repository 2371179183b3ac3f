import {
  DashboardBuilder,
  DashboardCursorSync,
  RowBuilder,
  type AnnotationQuery,
  type Dashboard as GrafanaDashboard,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { numberedPanels } from '../../catalog/kinds/dashboard';
import { firingAnnotation } from './firingAlerts';
import { panel } from './panel';
import { type Place } from './targets';
import { variables } from './variables';

/** Row headers get ids past every panel's, so that panels keep theirs when a row is added. */
const FIRST_ROW_ID = 1000;

/** A dashboard of the catalog as Grafana's JSON: what is imported, and what the pages of the app draw. */
export function dashboardJson({ dashboard, system, settings }: Place): GrafanaDashboard {
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
  return builder.build();
}
