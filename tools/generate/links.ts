import { type Alert, type AlertLinks } from '../../src/catalog/kinds/alert';
import { numberedPanels, panelRunbooks } from '../../src/catalog/kinds/dashboard';
import { type System } from '../../src/catalog/kinds/system';
import { type Settings } from '../../src/catalog/settings/settings';

const APP = '/a/genwatch-codegen-app';

/** Runbook of an alert, and the panel that draws what it judges. */
export function alertLinks(system: System, alert: Alert, { links }: Settings): AlertLinks {
  const panel = panelOf(system, alert);
  return {
    runbook: `${links.runbooks}/${alert.name}.md`,
    dashboard:
      links.grafana && panel
        ? `${links.grafana}/d/${panel.uid}?viewPanel=panel-${panel.id}`
        : `${links.prometheus}/graph?g0.expr=${encodeURIComponent(alert.shape.record)}&g0.tab=0&g0.range_input=6h`,
    ...(links.grafana && alert.page && { page: `${links.grafana}${APP}/${alert.page}` }),
    ...(panel && { panel: { dashboardUid: panel.uid, panelId: panel.id } }),
  };
}

function panelOf(system: System, alert: Alert): { uid: string; id: number } | undefined {
  return system.dashboards
    .flatMap((dashboard) => numberedPanels(dashboard).map((numbered) => ({ uid: dashboard.uid, ...numbered })))
    .filter(({ panel }) => panelRunbooks(panel).includes(alert.name))
    .sort((a, b) => Number(b.panel.draw === 'timeseries') - Number(a.panel.draw === 'timeseries'))
    .at(0);
}
