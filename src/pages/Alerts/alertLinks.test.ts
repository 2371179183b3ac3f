import { buildCatalog } from '../../catalog/catalog';
import { DEFAULT_SETTINGS } from '../../catalog/settings/defaults';
import { SYSTEMS } from '../../catalog/systems';
import { drawnAt, ruleUrl, silenceUrl, thresholdUrl } from './alertLinks';
import { knownAlerts } from './knownAlert';

const ALERTS = knownAlerts(buildCatalog(SYSTEMS, DEFAULT_SETTINGS));

describe('links of an alert', () => {
  it("lead to Grafana's form for a silence, filled in", () => {
    const url = new URL(silenceUrl('Alert & manager', 'ValidationHeapHigh'), 'http://grafana');
    expect(url.pathname).toBe('/alerting/silence/new');
    expect(url.searchParams.get('alertmanager')).toBe('Alert & manager');
    expect(url.searchParams.getAll('matcher')).toEqual(['alertname=ValidationHeapHigh']);
  });

  it('lead to the rule by the name of the data source', () => {
    const url = new URL(ruleUrl('My Prometheus/1', 'ValidationHeapHigh'), 'http://grafana');
    expect(url.searchParams.get('search')).toBe('datasource:"My Prometheus/1" rule:ValidationHeapHigh');
  });

  it('lead to the threshold', () => {
    expect(thresholdUrl('validation.heap_high')).toBe('/a/genwatch-codegen-app/thresholds?search=validation.heap_high');
  });

  it('lead to the tab that draws what the alert judges', () => {
    const limit = ALERTS.find(({ alert }) => alert.name === 'ValidationAttemptLimit')!;
    expect(drawnAt(limit.system, limit.alert.name)).toEqual({
      panel: 'Longest chain, 24 h',
      url: '/a/genwatch-codegen-app/systems/validation/health',
    });
    expect(drawnAt(limit.system, 'NoSuchAlert')).toBeUndefined();
  });
});
