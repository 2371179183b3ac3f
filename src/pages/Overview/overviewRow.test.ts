import { LoadingState, type DataFrame } from '@grafana/data';

import { buildCatalog } from '../../catalog/catalog';
import { DEFAULT_SETTINGS } from '../../catalog/settings/defaults';
import { SYSTEMS } from '../../catalog/systems';
import { answersGiven, minute, seriesFrame, tableFrame } from '../../test/framesOf';
import { FIRING, HISTORY, overviewQueries, SOURCES } from './overviewQueries';
import { overviewRows } from './overviewRow';
import { isWatched } from './watchdog';

const CATALOG = buildCatalog(SYSTEMS, DEFAULT_SETTINGS);
const LIGHT = 'validation:light:level';
const COURSE = `${LIGHT} before`;
const INPUTS = 'validation:light_input:level';
const EXPORTER = 'platform:exporter_up:max';
const AGE = 'platform:source_age_seconds:max';

const WATCHDOG = {
  since: minute(-600),
  alertname: 'GenwatchWatchdog',
  system: 'platform',
  severity: 'info',
  state: 'active',
  summary: 'Alerting works',
};
const LOOP = {
  since: minute(-5),
  alertname: 'ValidationAttemptLimit',
  system: 'validation',
  severity: 'critical',
  state: 'active',
  summary: 'as Alertmanager tells it',
};
const watched = seriesFrame(
  HISTORY,
  { alertname: 'GenwatchWatchdog', system: 'platform', severity: 'info' },
  1,
  1,
  1,
  1,
  1
);

/** Everything well and known; a frame given replaces the ones of its query. */
function frames(...changed: DataFrame[]): DataFrame[] {
  const usual = [
    tableFrame(FIRING, WATCHDOG),
    tableFrame(SOURCES, { source: 'validation.last_day', up: true, remedy: null }),
    watched,
    seriesFrame(COURSE, {}, 0, 0, 0, 0, 0),
    seriesFrame(LIGHT, {}, 0),
    ...(CATALOG.systems
      .find(({ id }) => id === 'validation')
      ?.light?.inputs.map(({ name }) => seriesFrame(INPUTS, { input: name }, 0)) ?? []),
    seriesFrame(EXPORTER, {}, 1),
    seriesFrame(AGE, { source: 'validation.last_day' }, 9),
  ];
  return [...usual.filter(({ refId }) => !changed.some((one) => one.refId === refId)), ...changed];
}

const rows = (given: Parameters<typeof answersGiven>[0]) => {
  const [validation, platform] = ['validation', 'platform'].map((id) =>
    overviewRows(CATALOG, answersGiven(given)).find(({ system }) => system.id === id)
  );
  if (!validation || !platform) {
    throw new Error('the catalog lacks a system');
  }
  return { validation, platform };
};
const without = (refId: string) => frames().filter((frame) => frame.refId !== refId);

describe('overviewRows', () => {
  it('is green with nothing wrong when all is well', () => {
    const { validation, platform } = rows({ frames: frames() });
    expect([validation.state, platform.state]).toEqual(['green', 'green']);
    // The watchdog fires all the time, and is nobody's trouble.
    expect([validation.firing, platform.firing]).toEqual([[], []]);
    expect(validation.inputs).toEqual([]);
  });

  it('shows the light, and the inputs that are not green in words, the worst first', () => {
    const { validation } = rows({
      frames: frames(
        seriesFrame(LIGHT, {}, 2),
        ...['success_rate', 'trips_of_day', 'duration'].map((input, i) => seriesFrame(INPUTS, { input }, [2, 1, -1][i]))
      ),
    });
    expect(validation.state).toBe('red');
    expect(validation.inputs.filter(({ colour }) => colour !== 'no data')).toEqual([
      expect.objectContaining({ name: 'success_rate', colour: 'red', condition: 'below 60 %' }),
      expect.objectContaining({ name: 'trips_of_day', colour: 'yellow', condition: 'at or above 3' }),
    ]);
    expect(validation.inputs.map(({ name }) => name)).toContain('duration');
  });

  it('takes the worst firing alert where there is no light', () => {
    const alert = (severity: string) => ({ ...LOOP, alertname: 'GenwatchSourceStale', system: 'platform', severity });
    const state = (...severities: string[]) =>
      rows({ frames: frames(tableFrame(FIRING, WATCHDOG, ...severities.map(alert))) }).platform.state;
    expect([state('warning'), state('warning', 'critical'), state('info')]).toEqual(['yellow', 'red', 'green']);
  });

  it('knows the severities by the words of the installation', () => {
    const settings = { ...DEFAULT_SETTINGS, severities: { ...DEFAULT_SETTINGS.severities, critical: 'page' } };
    const answers = answersGiven({
      frames: frames(tableFrame(FIRING, { ...LOOP, system: 'platform', severity: 'page' })),
    });
    const platform = overviewRows(buildCatalog(SYSTEMS, settings), answers).find(
      ({ system }) => system.id === 'platform'
    );
    expect(platform?.state).toBe('red');
    expect(platform?.firing?.[0]).toMatchObject({ level: 'critical', severity: 'page' });
  });

  it('tells what fires once for all it tells apart, since the first, in the words of the catalog', () => {
    const { validation } = rows({
      frames: frames(
        tableFrame(FIRING, WATCHDOG, LOOP, { ...LOOP, since: minute(-9) }, { ...LOOP, state: 'silenced' })
      ),
    });
    expect(validation.firing).toEqual([
      expect.objectContaining({
        name: 'ValidationAttemptLimit',
        summary: 'A repair chain went past its attempt limit',
        count: 2,
        since: minute(-9),
        state: 'active',
      }),
      expect.objectContaining({ count: 1, since: minute(-5), state: 'silenced' }),
    ]);
  });

  it('is unknown while the exporter is down, however green the light still shines', () => {
    const { validation, platform } = rows({ frames: frames(seriesFrame(EXPORTER, {}, 0)) });
    expect(validation.unknown).toEqual({ because: 'exporter-down' });
    expect(validation.state).toBe('unknown');
    // What watches the exporter does not read it.
    expect(platform.state).toBe('green');
    expect(rows({ frames: without(EXPORTER) }).validation.unknown).toEqual({ because: 'exporter-absent' });
  });

  it('is unknown when its own values are older than the platform allows', () => {
    const aged = (seconds: number, source = 'validation.last_day') =>
      rows({ frames: frames(seriesFrame(AGE, { source }, seconds)) }).validation;
    expect(aged(901).unknown).toEqual({
      because: 'stale',
      sources: ['validation.last_day'],
      ageSeconds: 901,
    });
    expect(aged(900).state).toBe('green');
    expect(aged(901, 'other.source').state).toBe('green');
  });

  it('names what the light cannot be without', () => {
    const { validation } = rows({
      frames: [...without(LIGHT), seriesFrame(INPUTS, { input: 'success_rate' }, -1)].filter(
        ({ refId, fields }) =>
          refId !== INPUTS || fields[1]?.values[0] === -1 || fields[1]?.labels?.['input'] !== 'success_rate'
      ),
    });
    expect(validation.unknown).toEqual({
      because: 'light-missing',
      inputs: ['Success rate of finished repair chains'],
    });
  });

  it('is unknown when nothing of a system without a light has a value', () => {
    const { platform } = rows({ frames: frames().filter(({ refId }) => refId !== EXPORTER && refId !== AGE) });
    expect(platform.unknown).toEqual({ because: 'no-data' });
  });

  it('still tells what fires when Alertmanager does not answer, without silences', () => {
    const { validation } = rows({
      frames: [
        ...without(FIRING),
        seriesFrame(
          HISTORY,
          { alertname: 'ValidationAttemptLimit', system: 'validation', severity: 'critical' },
          undefined,
          1,
          1
        ),
      ],
      errors: { [FIRING]: 'Alertmanager cannot be reached' },
    });
    expect(validation.firing).toEqual([
      expect.objectContaining({ name: 'ValidationAttemptLimit', level: 'critical', since: minute(-1) }),
    ]);
    expect(validation.firing?.[0]).not.toHaveProperty('state');
    expect(validation.withoutSilences).toBe('failed');
    expect(rows({ frames: without(FIRING) }).validation.withoutSilences).toBe('not-configured');
  });

  it('says that all is unknown when Prometheus does not answer, and what Alertmanager has', () => {
    const message = 'No Prometheus data source is chosen.';
    const { validation, platform } = rows({
      frames: [tableFrame(FIRING, WATCHDOG, LOOP)],
      errors: Object.fromEntries([HISTORY, LIGHT, EXPORTER].map((refId) => [refId, message])),
    });
    expect([validation.unknown, platform.unknown]).toEqual([
      { because: 'failed', message },
      { because: 'failed', message },
    ]);
    expect(validation.firing).toHaveLength(1);
    expect(validation).not.toHaveProperty('changes');
  });

  it('waits for what has not come in yet', () => {
    const { validation, platform } = rows({ frames: [tableFrame(FIRING, WATCHDOG)], state: LoadingState.Loading });
    expect([validation.state, platform.state]).toEqual(['pending', 'pending']);
  });

  it('tells what began and ended, and how the light was', () => {
    const history = (alertname: string, severity: string, ...values: Array<number | undefined>) =>
      seriesFrame(HISTORY, { alertname, severity, system: 'validation' }, ...values);
    const { validation, platform } = rows({
      frames: frames(
        watched,
        history('ValidationAttemptLimit', 'critical', 1, 1, undefined),
        history('ValidationHeapHigh', 'warning', 1, 1, 1, 1, 1),
        history('ValidationSuccessRateLow', 'warning', undefined, 1),
        seriesFrame(COURSE, {}, 1, 2, 2, 0, 0)
      ),
    });
    expect(validation.changes).toMatchObject({
      began: 2,
      ended: 1,
      light: { then: 'yellow', since: minute(-4), worst: 'red' },
    });
    expect(validation.changes?.alerts.map(({ name, began, ended }) => [name, began, ended])).toEqual([
      ['ValidationAttemptLimit', minute(-2), minute(0)],
      ['ValidationSuccessRateLow', minute(0), undefined],
    ]);
    expect(platform.changes).toEqual({ alerts: [], began: 0, ended: 0 });
  });

  it('names the sources that the exporter cannot read, with the remedy', () => {
    const { validation, platform } = rows({
      frames: frames(
        tableFrame(
          SOURCES,
          { source: 'validation.last_day', up: false, remedy: 'Grant SELECT.' },
          { source: 'validation.attempt_baseline', up: true, remedy: null }
        )
      ),
    });
    expect(validation.failingSources).toEqual([{ source: 'validation.last_day', remedy: 'Grant SELECT.' }]);
    expect(platform.failingSources).toEqual([]);
  });
});

describe('the watchdog', () => {
  const isIt = (given: Parameters<typeof answersGiven>[0]) => isWatched(CATALOG, answersGiven(given));

  it('watches while it is at Alertmanager', () => {
    expect(isIt({ frames: frames() })).toBe(true);
    expect(isIt({ frames: frames(tableFrame(FIRING, LOOP)) })).toBe(false);
  });

  it('is looked for in Prometheus when Alertmanager cannot be asked', () => {
    expect(isIt({ frames: without(FIRING) })).toBe(true);
    expect(isIt({ frames: without(FIRING).filter(({ refId }) => refId !== HISTORY) })).toBe(false);
  });

  it('is unknown while nobody has answered', () => {
    expect(isIt({ errors: { [FIRING]: 'gone', [HISTORY]: 'gone' } })).toBeUndefined();
    expect(isIt({ state: LoadingState.Loading })).toBeUndefined();
  });
});

describe('overviewQueries', () => {
  it('asks for every record once, and nobody whose address is not given', () => {
    const asked = overviewQueries(CATALOG, { prometheusUid: 'prom', exporterUrl: 'http://exporter' });
    const ids = asked.map(({ refId }) => refId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining([HISTORY, SOURCES, COURSE, LIGHT, INPUTS, EXPORTER, AGE]));
    expect(ids).not.toContain(FIRING);
  });
});
