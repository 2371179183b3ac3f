import { buildCatalog } from '../../src/catalog/catalog';
import { GRAFANA_ORIGIN } from '../../src/catalog/kinds/grafanaOrigin';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { SYSTEMS } from '../../src/catalog/systems';
import pluginJson from '../../src/plugin.json';
import { emitDashboards } from './dashboards';
import { alertLinks } from './links';

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
// That every alert has a panel is what the tests of the dashboards say.
const drawnAlerts = catalog.systems.flatMap((system) =>
  system.alerts.flatMap((alert) => {
    const { runbook, panel } = alertLinks(system, alert, catalog.settings);
    return panel ? [{ name: alert.name, runbook, panel }] : [];
  })
);

describe('alertLinks', () => {
  it.each(drawnAlerts)('leads from $name to the generated panel that shows its runbook', ({ runbook, panel }) => {
    const drawn = dashboards.get(panel.dashboardUid)?.find(({ id }) => id === panel.panelId);
    expect(drawn?.links?.map(({ url }) => url)).toContain(runbook);
  });

  it('leads to the page of the app that the alert names, which is one of its pages, only where there is a Grafana', () => {
    const pages = pluginJson.includes.flatMap(({ path }) => path.replace('%PLUGIN_ID%', pluginJson.id));
    const linked = catalog.systems.flatMap((system) =>
      system.alerts.map((alert) => {
        const links = { ...catalog.settings.links, grafana: 'https://grafana.example.com' };
        return {
          without: alertLinks(system, alert, catalog.settings).page,
          with: alertLinks(system, alert, { ...catalog.settings, links }).page?.replace(links.grafana, ''),
        };
      })
    );
    expect(linked.flatMap((one) => one.without ?? [])).toEqual([]);
    const led = new Set(linked.flatMap((one) => one.with ?? []));
    expect([...led]).toEqual(['/a/genwatch-codegen-app/tests']);
    expect([...led].filter((path) => !pages.includes(path))).toEqual([]);
  });

  it('names the app by which Grafana shows its logo beside the rules', () => {
    expect(GRAFANA_ORIGIN).toEqual({ label: '__grafana_origin', value: `plugin/${pluginJson.id}` });
  });
});
