import { buildCatalog } from '../../src/catalog/catalog';
import { numberedPanels, panelRunbooks } from '../../src/catalog/kinds/dashboard';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { SYSTEMS } from '../../src/catalog/systems';
import { emitDashboards } from './dashboards';

interface Field {
  readonly unit?: string;
  readonly noValue?: string;
  readonly links?: ReadonlyArray<{ readonly url: string }>;
}
interface PanelJson {
  readonly type: string;
  readonly title: string;
  readonly description?: string;
  readonly links?: ReadonlyArray<{ readonly url: string }>;
  readonly fieldConfig?: { readonly defaults: Field };
  readonly targets?: ReadonlyArray<{ readonly datasource: { readonly uid: string }; readonly rawSql?: string }>;
}
interface DashboardJson {
  readonly panels: readonly PanelJson[];
  readonly templating: { readonly list: ReadonlyArray<{ readonly name: string }> };
}

const catalog = buildCatalog(SYSTEMS, DEFAULT_SETTINGS);
const texts = emitDashboards(catalog);
const dashboards = catalog.systems.flatMap((system) =>
  system.dashboards.map((dashboard) => {
    const text = texts.get(`dashboards/${dashboard.uid}.json`) ?? '{}';
    return { uid: dashboard.uid, system, dashboard, text, json: JSON.parse(text) as DashboardJson };
  })
);
const panelsOf = ({ panels }: DashboardJson) => panels.filter(({ type }) => type !== 'row');

describe.each(dashboards.map((one) => [one.uid, one] as const))('%s', (_, { system, dashboard, text, json }) => {
  it('has at most 25 panels, in rows that ask a question', () => {
    expect(panelsOf(json).length).toBeLessThanOrEqual(25);
    expect(dashboard.rows.filter(({ title }) => !title.endsWith('?'))).toEqual([]);
  });

  it('describes every panel, by a question and a unit', () => {
    const silent = panelsOf(json).filter(
      ({ description = '', fieldConfig }) => !description.includes('?') || !fieldConfig?.defaults.unit
    );
    expect(silent.map(({ title }) => title)).toEqual([]);
  });

  it('draws what every alert of the system judges, with the way to its runbook', () => {
    const drawn = numberedPanels(dashboard).flatMap(({ panel }) => panelRunbooks(panel));
    expect([...new Set(drawn)].sort()).toEqual(system.alerts.map(({ name }) => name).sort());
  });

  it('links a point of a judged panel to the runbook too, but no cell of a table', () => {
    for (const { type, title, links = [], fieldConfig } of panelsOf(json)) {
      const expected = type === 'table' ? [] : links.map(({ url }) => url);
      expect([title, (fieldConfig?.defaults.links ?? []).map(({ url }) => url)]).toEqual([title, expected]);
    }
  });

  it('finds its data sources by variables only, and asks for none that it does not use', () => {
    const used = panelsOf(json).flatMap(({ targets = [] }) => targets.map(({ datasource }) => datasource.uid));
    const offered = json.templating.list.map(({ name }) => name);
    expect([...new Set(used)].sort()).toEqual(
      offered
        .filter((name) => ['prometheus', 'postgres'].includes(name))
        .map((name) => `\${${name}}`)
        .sort()
    );
    expect(text).not.toContain('__inputs');
  });

  it('never says anything good where there is no value: Grafana shows the same when a query fails', () => {
    const words = panelsOf(json).flatMap(({ fieldConfig }) => fieldConfig?.defaults.noValue ?? []);
    expect(words.filter((word) => !['no data', 'unknown'].includes(word))).toEqual([]);
  });

  it('writes scenes in the one form that is right for one, several and all', () => {
    const forms = text.match(/\$\{?scene[^}]*\}?/g) ?? [];
    expect(forms.filter((form) => form !== '${scene:sqlstring}')).toEqual([]);
  });
});
