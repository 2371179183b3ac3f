import { buildCatalog } from '../../catalog/catalog';
import { DEFAULT_SETTINGS } from '../../catalog/settings/defaults';
import { fixtureSystem } from '../../catalog/settings/fixtureSystem';
import { SYSTEMS } from '../../catalog/systems';
import { type MetricQuery } from '../query/query';
import { seriesExpression } from './seriesExpression';

const catalog = buildCatalog([...SYSTEMS, fixtureSystem], DEFAULT_SETTINGS);
const expression = (query: Partial<MetricQuery>) =>
  seriesExpression(catalog, { refId: 'A', kind: 'metric', series: '', ...query });

describe('a series as PromQL', () => {
  it('takes the greatest of a gauge that two replicas expose', () => {
    expect(expression({ series: 'genwatch_validation_chains', labels: { window: ['24h'] }, by: ['outcome'] })).toBe(
      'max by (outcome) (genwatch_validation_chains{job="genwatch-exporter", window="24h"})'
    );
  });

  it('tells apart by every label of the contract where nothing is said', () => {
    expect(expression({ series: 'genwatch_validation_events', labels: { event: [] } })).toBe(
      'max by (event, window) (genwatch_validation_events{job="genwatch-exporter"})'
    );
  });

  it('makes a rate of a counter and a mean of a histogram', () => {
    expect(expression({ series: 'prometheus_notifications_dropped_total' })).toBe(
      'sum by () (rate(prometheus_notifications_dropped_total{job="prometheus"}[$__rate_interval]))'
    );
    expect(expression({ series: 'fixture_duration_seconds' })).toBe(
      'sum by () (rate(fixture_duration_seconds_sum{job="codegen"}[$__rate_interval])) / ' +
        'sum by () (rate(fixture_duration_seconds_count{job="codegen"}[$__rate_interval]))'
    );
  });

  it('reads a record as it is', () => {
    expect(expression({ series: 'validation:chains_fixed:ratio_24h' })).toBe(
      'max by () (validation:chains_fixed:ratio_24h)'
    );
    expect(expression({ series: 'validation:light_input:level', labels: { input: ['alerts'] } })).toBe(
      'max by (input) (validation:light_input:level{input="alerts"})'
    );
  });

  it('reads what only a light looks at', () => {
    expect(expression({ series: 'validation:circuit_breaker_trips:max_24h' })).toBe(
      'max by () (validation:circuit_breaker_trips:max_24h)'
    );
  });

  it('quotes whatever a variable stands for', () => {
    expect(
      expression({ series: 'genwatch_validation_events', labels: { event: ['a"} or vector(1) #', 'b|.*'] }, by: [] })
    ).toBe(
      'max by () (genwatch_validation_events{job="genwatch-exporter", event=~"a\\"\\\\} or vector\\\\(1\\\\) #|b\\\\|\\\\.\\\\*"})'
    );
  });

  it('knows only the series and labels of the catalog', () => {
    expect(() => expression({ series: 'up_and_away' })).toThrow(
      'The catalog has no series "up_and_away". Choose one of the list.'
    );
    expect(() => expression({ series: 'genwatch_validation_chains', labels: { scene: ['x'] } })).toThrow(
      'genwatch_validation_chains has no label "scene". It has outcome, window: remove it.'
    );
  });
});
