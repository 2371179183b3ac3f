import { buildCatalog } from '../../src/catalog/catalog';
import { GRAFANA_ORIGIN } from '../../src/catalog/kinds/grafanaOrigin';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { SYSTEMS } from '../../src/catalog/systems';
import pluginJson from '../../src/plugin.json';
import { emitDashboards } from './dashboards/dashboard';
import { alertLinks } from './links';

/** Alerts without a "Go to panel" button, and why. */
const WITHOUT_PANEL: Readonly<Record<string, string>> = {
  GenwatchWatchdog: 'it is the constant 1',
  GenwatchExporterAbsent: 'what is not scraped draws nothing; the panel of GenwatchExporterUnreachable shows the gap',
};

interface DrawnPanel {
  readonly id: number;
  readonly links?: ReadonlyArray<{ readonly url: string }>;
}

const catalog = buildCatalog(SYSTEMS, DEFAULT_SETTINGS);
const dashboards = new Map(
  [...emitDashboards(catalog).values()].map((text) => {
    const { uid, panels } = JSON.parse(text) as { uid: string; panels: readonly DrawnPanel[] };
    return [uid, panels];
  })
);
const alerts = catalog.systems.flatMap((system) =>
  system.alerts.map((alert) => ({ name: alert.name, ...alertLinks(system, alert, catalog.settings) }))
);

describe('alertLinks', () => {
  it.each(alerts)('leads from $name to the generated panel that shows its runbook', ({ name, runbook, panel }) => {
    if (!panel) {
      expect(Object.keys(WITHOUT_PANEL)).toContain(name);
      return;
    }
    expect(Object.keys(WITHOUT_PANEL)).not.toContain(name);
    const drawn = dashboards.get(panel.dashboardUid)?.find(({ id }) => id === panel.panelId);
    expect(drawn?.links?.map(({ url }) => url)).toContain(runbook);
  });

  it('names the app by which Grafana shows its logo beside the rules', () => {
    expect(GRAFANA_ORIGIN).toEqual({ label: '__grafana_origin', value: `plugin/${pluginJson.id}` });
  });
});
