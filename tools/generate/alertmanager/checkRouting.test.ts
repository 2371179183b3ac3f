import { buildCatalog, type Catalog } from '../../../src/catalog/catalog';
import { type Alert } from '../../../src/catalog/kinds/alert';
import { DEFAULT_SETTINGS } from '../../../src/catalog/settings/defaults';
import { SYSTEMS } from '../../../src/catalog/systems';
import { alertmanagerConfig, judgedApart } from './alertmanagerConfig';
import { checkRouting, routedLabels } from './checkRouting';

const catalog = buildCatalog(SYSTEMS, DEFAULT_SETTINGS);

/** The catalog with one alert of the first system changed. */
function withFirstAlert(change: (alert: Alert) => Alert): Catalog {
  const [first, ...rest] = catalog.systems;
  if (!first) {
    throw new Error('the catalog has no system');
  }
  const [alert, ...others] = first.alerts;
  return { ...catalog, systems: [{ ...first, alerts: alert ? [change(alert), ...others] : [] }, ...rest] };
}

const messages = (of: Catalog) => checkRouting(of).map(({ message }) => message);

describe('checkRouting', () => {
  it('finds nothing wrong with the catalog', () => {
    expect(checkRouting(catalog)).toEqual([]);
  });

  it('finds an alert without the label that grouping and inhibition read, once per level', () => {
    const name = catalog.systems[0]?.alerts[0]?.name;
    const broken = messages(withFirstAlert((alert) => ({ ...alert, component: '' })));
    expect(broken.length).toBeGreaterThan(0);
    expect(broken).toEqual(broken.map(() => expect.stringMatching(`alert ${name} has no label "component"`)));
  });

  it('takes an empty severity for none, as Prometheus does', () => {
    const severities = { ...DEFAULT_SETTINGS.severities, critical: '' };
    const broken = messages(buildCatalog(SYSTEMS, { ...DEFAULT_SETTINGS, severities }));
    expect(broken).toContainEqual(expect.stringMatching(/^the critical alert \w+ has no label "severity"/));
  });

  it('does not count a label of the series that the rule overwrites with nothing', () => {
    const kept = withFirstAlert((alert) => ({
      ...alert,
      component: '',
      shape: { ...alert.shape, keeps: ['component'] },
    }));
    expect(messages(kept)).toContainEqual(expect.stringContaining('has no label "component"'));
  });

  it('finds an alert without a text that templates read', () => {
    expect(messages(withFirstAlert((alert) => ({ ...alert, summary: '' })))).toContainEqual(
      expect.stringContaining('has no annotation "summary"')
    );
  });

  it('leaves disabled alerts alone', () => {
    const broken = withFirstAlert((alert) => ({ ...alert, component: '' }));
    const name = broken.systems[0]?.alerts[0]?.name ?? '';
    expect(checkRouting({ ...broken, settings: { ...DEFAULT_SETTINGS, disabled: [name] } })).toEqual([]);
  });
});

describe('routedLabels', () => {
  it('collects what routes, grouping and inhibition read', () => {
    const common = ['component', 'rule', 'severity', 'system'];
    const apart = judgedApart(catalog.systems);
    expect(routedLabels(alertmanagerConfig(catalog)).sort()).toEqual([...common, ...apart].sort());
  });
});
