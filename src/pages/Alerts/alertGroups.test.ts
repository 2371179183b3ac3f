import { buildCatalog } from '../../catalog/catalog';
import { DEFAULT_SETTINGS } from '../../catalog/settings/defaults';
import { SYSTEMS } from '../../catalog/systems';
import { filteredAlerts, severityChoices, systemChoices } from './alertFilter';
import { alertGroups } from './alertGroups';
import { type AlertInstance } from './alertInstances';
import { firesAt } from './firesAt';
import { heartbeatIn, withoutHeartbeats } from './heartbeat';
import { knownAlert } from './knownAlert';

const catalog = buildCatalog(SYSTEMS, DEFAULT_SETTINGS);

const told = (changes: Partial<AlertInstance>): AlertInstance => ({
  name: 'ValidationAttemptLimit',
  severity: 'critical',
  system: 'validation',
  component: 'repair',
  state: 'active',
  since: 1000,
  about: '',
  summary: '',
  value: '7',
  silences: [],
  inhibitedBy: [],
  ...changes,
});

const groups = (...instances: Array<Partial<AlertInstance>>) => alertGroups(instances.map(told), catalog);

describe('alerts as rows', () => {
  it('are one row for all that an alert of one severity tells of', () => {
    const [group, ...others] = groups(
      { name: 'GenwatchSourceFailing', system: 'platform', about: 'source=a', since: 3000 },
      { name: 'GenwatchSourceFailing', system: 'platform', about: 'source=b', since: 2000 }
    );
    expect(others).toEqual([]);
    expect(group?.instances.map(({ about }) => about)).toEqual(['source=a', 'source=b']);
    expect(group).toMatchObject({ since: 2000, systemTitle: 'Platform', level: 'critical', isMuted: false });
  });

  it('tell each severity, each system and what is pending apart', () => {
    expect(
      groups({}, { severity: 'warning' }, { system: 'platform' }, { state: 'pending' }, { state: 'silenced' })
    ).toHaveLength(4);
  });

  it('come with what people are told first, then the worst, then the latest', () => {
    const rows = groups(
      { name: 'A', state: 'silenced' },
      { name: 'B', severity: 'warning' },
      { name: 'C', since: 5 },
      { name: 'D', since: 6 },
      { name: 'E', severity: 'of somebody else' }
    );
    expect(rows.map(({ name }) => name)).toEqual(['D', 'C', 'B', 'E', 'A']);
  });

  it('count as told while one of their things is told', () => {
    const [group] = groups({ state: 'silenced', about: 'a' }, { state: 'active', about: 'b' });
    expect(group).toMatchObject({ isMuted: false, states: ['active', 'silenced'] });
  });

  it('say of an alert that the catalog does not know what it says itself', () => {
    const [group] = groups({ name: 'Foreign', system: 'shop', severity: 'page', summary: 'no idea' });
    expect(group).toMatchObject({ systemTitle: 'shop', summary: 'no idea' });
    expect(group?.known).toBeUndefined();
    expect(group?.level).toBeUndefined();
  });

  it('take the words of the installation for severities', () => {
    const renamed = { ...DEFAULT_SETTINGS, severities: { info: 'p3', warning: 'p2', critical: 'p1' } };
    const [group] = alertGroups([told({ severity: 'p2' })], buildCatalog(SYSTEMS, renamed));
    expect(group?.level).toBe('warning');
  });
});

describe('the filter of alerts', () => {
  const rows = groups({}, { severity: 'warning' }, { name: 'Foreign', system: 'shop', severity: 'page' });

  it('lets through what has the severity and the system', () => {
    const shown = (severity?: string, system?: string) =>
      filteredAlerts(rows, { severity, system }).map((row) => `${row.system} ${row.severity}`);
    expect(shown()).toHaveLength(3);
    expect(shown('warning')).toEqual(['validation warning']);
    expect(shown(undefined, 'shop')).toEqual(['shop page']);
    expect(shown('critical', 'shop')).toEqual([]);
  });

  it('offers what the installation has, and what fires besides', () => {
    expect(severityChoices(catalog, rows)).toEqual(['critical', 'warning', 'info', 'page']);
    expect(systemChoices(catalog, rows).map(({ title }) => title)).toEqual([
      ...catalog.systems.map(({ title }) => title),
      'shop',
    ]);
  });
});

describe('the heartbeat', () => {
  const beat = told({ name: 'GenwatchWatchdog', system: 'platform', severity: 'info', since: 42 });

  it('is alive while its alert is there, and is no alert for people then', () => {
    expect(heartbeatIn([told({}), beat], catalog)).toEqual({ state: 'alive', name: 'GenwatchWatchdog', since: 42 });
    expect(withoutHeartbeats([told({}), beat], catalog)).toEqual([told({})]);
  });

  it('is silent without it, whatever else fires', () => {
    expect(heartbeatIn([told({})], catalog)).toEqual({ state: 'silent', name: 'GenwatchWatchdog' });
  });

  it('tells nothing when the settings disable it', () => {
    const disabled = buildCatalog(SYSTEMS, { ...DEFAULT_SETTINGS, disabled: ['GenwatchWatchdog'] });
    expect(heartbeatIn([beat], disabled)).toEqual({ state: 'disabled' });
  });
});

describe('a pending alert', () => {
  it('fires once its condition has held for as long as its level asks for', () => {
    const alert = knownAlert(catalog, 'ValidationSuccessRateLow')!.alert;
    expect(firesAt(1000, alert, 'warning')).toBe(1000 + 5 * 60_000);
    expect(firesAt(1000, alert, 'critical')).toBe(1000 + 60_000);
    expect(firesAt(undefined, alert, 'critical')).toBeUndefined();
  });
});
