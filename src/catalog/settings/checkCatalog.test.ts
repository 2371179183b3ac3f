import { type Query } from '../kinds/query';
import { own, quote } from '../kinds/source';
import { type System } from '../kinds/system';
import { SYSTEMS } from '../systems';
import { checkCatalog } from './checkCatalog';
import { DEFAULT_SETTINGS } from './defaults';
import { fixtureSystem } from './fixtureSystem';

const fixture = fixtureSystem(DEFAULT_SETTINGS);
/** The fixture's alerts in a system of another name, so that only what is changed collides. */
const other: System = {
  ...fixture,
  id: 'other',
  thresholds: fixture.thresholds.map((threshold) => ({ ...threshold, id: threshold.id.replace('fixture', 'other') })),
  alerts: fixture.alerts.map((alert) => ({
    ...alert,
    name: alert.name.replace('Fixture', 'Other'),
    component: `other_${alert.component}`,
    threshold: { ...alert.threshold, id: alert.threshold.id.replace('fixture', 'other') },
  })),
};
const messages = (...systems: readonly System[]) =>
  checkCatalog(systems, DEFAULT_SETTINGS).map(({ message }) => message);
const alertsOf = (system: System, change: Partial<System['alerts'][number]>): System => ({
  ...system,
  alerts: system.alerts.map((alert, i) => (i === 0 ? { ...alert, ...change } : alert)),
});

describe('the whole catalog', () => {
  it('is in order', () => {
    expect(
      checkCatalog(
        SYSTEMS.map((factory) => factory(DEFAULT_SETTINGS)),
        DEFAULT_SETTINGS
      )
    ).toEqual([]);
  });

  it('may record one series for two alerts', () => {
    expect(messages(fixture, other)).toEqual([]);
  });

  it('has one meaning for a record', () => {
    const [first] = other.alerts;
    const changed = alertsOf(other, { shape: { ...first!.shape, expr: 'vector(0)' } });
    expect(messages(fixture, changed)).toEqual([
      'the record fixture:chains_fixed:ratio_24h means something else in FixtureSuccessRateLow',
    ]);
  });

  it('has components that belong to one system', () => {
    expect(messages(fixture, alertsOf(other, { component: 'repair' }))).toEqual([
      'the component "repair" belongs to the system fixture',
    ]);
  });

  it('has names that are there once', () => {
    expect(messages(fixture, fixture)).toEqual([
      'two systems are called fixture',
      'two thresholds have the id fixture.success_rate',
      'two thresholds have the id fixture.attempts',
      'two thresholds have the id fixture.latency',
      'two alerts are called FixtureSuccessRateLow',
      'two alerts are called FixtureAttempts',
      'two alerts are called FixtureSlow',
    ]);
  });

  it('defines a metric in one way', () => {
    const [first, ...rest] = other.metrics;
    expect(messages(fixture, { ...other, metrics: [{ ...first!, help: 'Something else' }, ...rest] })).toEqual([
      'the metric fixture_chains is defined in two ways',
    ]);
  });

  it('lists the thresholds of its alerts', () => {
    expect(messages({ ...fixture, thresholds: fixture.thresholds.slice(1) })).toEqual([
      'system fixture does not list the threshold fixture.success_rate of this alert',
    ]);
  });

  it('names alerts after their system', () => {
    expect(messages(alertsOf(fixture, { name: 'SuccessRateLow' }))).toEqual([
      'the name does not start with its system "fixture"',
    ]);
  });

  it('has a source for every number of the documents', () => {
    const [first, ...rest] = fixture.thresholds;
    const { critical: _, ...sources } = first!.sources;
    expect(messages({ ...fixture, thresholds: [{ ...first!, sources }, ...rest] })).toEqual([
      'critical of fixture.success_rate has no source',
    ]);
  });

  it('feeds only series that the metric has', () => {
    const [chains] = fixture.metrics;
    const query: Query = {
      id: 'fixture.chains',
      title: 'Chains',
      columns: { fixed: 'integer' },
      sql: () => 'SELECT 1 AS fixed',
      tier: {
        window: '24h',
        every: '15s',
        feeds: { fixed: { metric: chains!, labels: { outcome: 'won', window: '24h' } } },
      },
      source: own('a fixture'),
    };
    expect(messages({ ...fixture, queries: [query] })).toEqual([
      'fixture.chains feeds fixture_chains with outcome="won" from fixed, which the metric does not have',
    ]);
  });

  it('pairs what is as documented with a query of ours', () => {
    const ours: Query = {
      id: 'fixture.ours',
      title: 'Ours',
      columns: { one: 'integer' },
      sql: () => 'SELECT 1 AS one',
      source: own('a fixture'),
    };
    const documented = (changes: Partial<Query>): Query => ({
      ...ours,
      id: 'fixture.documented',
      source: quote('validation', '1.1', 'LIMIT 30'),
      documented: { correctedBy: 'fixture.ours' },
      ...changes,
    });
    expect(messages({ ...fixture, queries: [ours, documented({})] })).toEqual([]);
    expect(messages({ ...fixture, queries: [ours, documented({ source: own('a fixture') })] })).toEqual([
      'fixture.documented is as documented, but its source is no document',
    ]);
    expect(
      messages({ ...fixture, queries: [ours, documented({ documented: { correctedBy: 'fixture.our' } })] })
    ).toEqual(['fixture.documented is corrected by "fixture.our", which is none of our queries of the system']);
  });
});
