import fc from 'fast-check';
import { stringify } from 'yaml';
import { type SystemFactory } from '../kinds/system';
import { SYSTEMS } from '../systems';
import { checkSettings } from './checkSettings';
import { DEFAULT_SETTINGS } from './defaults';
import { explain } from './explain';
import { fixtureSystem } from './fixtureSystem';
import { locate } from './locate';
import { merge } from './merge';
import { readSettings } from './readSettings';

const told = (text: string) => {
  const { settings, problems } = readSettings(text);
  expect(explain(problems)).toBe('');
  return explain(locate(text, checkSettings(settings, [fixtureSystem])), 'f');
};

const BROKEN: ReadonlyArray<readonly [mistake: string, text: string, line: string]> = [
  [
    'a misspelt id',
    'thresholds:\n  fixture.succes_rate: { critical: 55 }',
    'f:2:3  thresholds.fixture.succes_rate: unknown threshold "fixture.succes_rate" → did you mean "fixture.success_rate"?',
  ],
  ['a misspelt system', 'systems: [fixtur]', 'f:1:11  systems.0: unknown system "fixtur" → did you mean "fixture"?'],
  [
    'an id without its system',
    'thresholds: { success_rate: {} }',
    'f:1:15  thresholds.success_rate: unknown threshold "success_rate" → did you mean "fixture.success_rate"?',
  ],
  [
    'an id near no other',
    'thresholds: { a.b: {} }',
    'f:1:15  thresholds.a.b: unknown threshold "a.b" → use one of fixture.success_rate, fixture.attempts, fixture.latency',
  ],
  [
    'a level the documents do not give',
    'thresholds: { fixture.latency: { warning: 100 } }',
    'f:1:34  thresholds.fixture.latency.warning: fixture.latency has no level "warning" → it has critical; levels are those of the documents',
  ],
  [
    'a hold of a level that is no alert',
    'thresholds: { fixture.success_rate: { for: { info: 1m } } }',
    'f:1:46  thresholds.fixture.success_rate.for.info: fixture.success_rate has no alert at level "info" → it has warning, critical',
  ],
  [
    'a minimum sample where none is counted',
    'thresholds: { fixture.latency: { minimumSample: 5 } }',
    'f:1:34  thresholds.fixture.latency.minimumSample: fixture.latency has no minimum sample → remove it: the value is judged from the first sample on',
  ],
  [
    'a floor where nothing is compared',
    'thresholds: { fixture.latency: { floor: 5 } }',
    'f:1:34  thresholds.fixture.latency.floor: fixture.latency has no floor → remove it: the value is compared with nothing that could be too low',
  ],
  [
    'a window where none is looked at',
    'thresholds: { fixture.attempts: { window: 1h } }',
    'f:1:35  thresholds.fixture.attempts.window: fixture.attempts looks at no window → remove it: the value is judged as it is now',
  ],
  [
    'a window that the metric does not have',
    'thresholds: { fixture.success_rate: { window: 12h } }',
    'f:1:39  thresholds.fixture.success_rate.window: fixture_chains has no window "12h" → use one of 24h, 7d',
  ],
  [
    'a window of less than four scrapes',
    'thresholds: { fixture.latency: { window: 39s } }',
    'f:1:34  thresholds.fixture.latency.window: 39s is shorter than 4 scrapes of 10s, so a late scrape would empty it → use 40s or more',
  ],
  [
    'a critical bound on the wrong side',
    'thresholds:\n  fixture.success_rate:\n    critical: 85',
    'f:3:5  thresholds.fixture.success_rate.critical: critical 85 lies on the wrong side of warning 80: lower is worse here → set critical to 80 or lower, or move warning too',
  ],
  [
    'a warning that passes the target',
    'thresholds: { fixture.success_rate: { warning: 80.1 } }',
    'f:1:39  thresholds.fixture.success_rate.warning: warning 80.1 lies on the wrong side of target 80: lower is worse here → set warning to 80 or lower, or move target too',
  ],
  [
    'a target that drops below the warning',
    'thresholds:\n  fixture.success_rate:\n    target: 79.99',
    'f:2:3  thresholds.fixture.success_rate.warning: warning 80 lies on the wrong side of target 79.99: lower is worse here → set warning to 79.99 or lower, or move target too',
  ],
  [
    'a count that is lower than the milder one by one',
    'thresholds: { fixture.attempts: { warning: 6 } }',
    'f:1:15  thresholds.fixture.attempts.critical: critical 6 lies on the wrong side of warning 6: lower is better here → set critical to 6 or higher, or move warning too',
  ],
  [
    'more than all',
    'thresholds: { fixture.success_rate: { target: 101 } }',
    'f:1:39  thresholds.fixture.success_rate.target: 101 % is out of range → write a number between 0 and 100 (in %)',
  ],
  [
    'less than nothing',
    'thresholds: { fixture.attempts: { warning: -1 } }',
    'f:1:35  thresholds.fixture.attempts.warning: -1 is out of range → write a number 0 or more',
  ],
  [
    'a bound that is never met',
    'thresholds: { fixture.success_rate: { critical: 0 } }',
    'f:1:39  thresholds.fixture.success_rate.critical: "< 0 %" would never fire → choose another bound, or list the alert in "disabled"',
  ],
  [
    'a bound that the shape cannot judge',
    'thresholds: { fixture.latency: { critical: 700 } }',
    'f:1:34  thresholds.fixture.latency.critical: fixture:duration:within: fixture_duration_seconds has no bucket at 0.7; there are 0.1, 0.6, 1 → choose a bound that the shape can judge',
  ],
  [
    'a hold between two evaluations',
    'thresholds: { fixture.success_rate: { for: { critical: 90s } } }',
    'f:1:46  thresholds.fixture.success_rate.for.critical: for 90s of fixture.success_rate (critical) is no multiple of the evaluation interval 1m, so it would fire late → use a multiple of 1m, or an interval that divides 90s',
  ],
  [
    'an interval that does not divide a documented hold',
    'evaluation: { exporter: 5m }',
    'f:1:15  evaluation.exporter: for 1m of fixture.success_rate (critical) is no multiple of the evaluation interval 5m, so it would fire late → use a multiple of 5m, or an interval that divides 1m',
  ],
  [
    'an alert that is not there',
    'alerts: { FixtureSlwo: { labels: { team: a } } }',
    'f:1:11  alerts.FixtureSlwo: unknown alert "FixtureSlwo" → did you mean "FixtureSlow"?',
  ],
  [
    'a disabled alert that is not there',
    'disabled:\n  - FixtureSlow\n  - fixtureAttempts',
    'f:3:5  disabled.1: unknown alert "fixtureAttempts" → did you mean "FixtureAttempts"?',
  ],
  [
    'a disabled level that is not there',
    'disabled: [FixtureSlow.warning]',
    'f:1:12  disabled.0: FixtureSlow has no level "warning" → use one of critical',
  ],
  [
    'a label that the alert has of its own',
    'labels: { scene: x }',
    'f:1:11  labels.scene: FixtureAttempts has a label "scene" of its own, which this would overwrite → choose another name',
  ],
  [
    'the same for one alert',
    'alerts: { FixtureAttempts: { labels: { scene: x } } }',
    'f:1:40  alerts.FixtureAttempts.labels.scene: FixtureAttempts has a label "scene" of its own, which this would overwrite → choose another name',
  ],
  [
    'a selector that finds nothing',
    'selectors: { exporter: { outcome: won } }',
    'f:1:26  selectors.exporter.outcome: fixture_chains has no outcome "won", so nothing would be found → select by a label of the scrape',
  ],
];

describe('holding settings against the catalog', () => {
  it.each(BROKEN.map(([mistake, text, line]) => ({ mistake, text, line })))('tells of $mistake', ({ text, line }) => {
    expect(told(text)).toBe(line);
  });

  it.each([
    ['the defaults', ''],
    ['equal bounds', 'thresholds: { fixture.success_rate: { critical: 80.0 } }'],
    ['counts that mean the same: > 5 and >= 6', 'thresholds: { fixture.attempts: { warning: 5 } }'],
    ['counts that mean the same: > 5.5 and >= 6', 'thresholds: { fixture.attempts: { warning: 5.5 } }'],
    ['another window of the metric', 'thresholds: { fixture.success_rate: { window: 7d } }'],
    ['a window of four scrapes', 'thresholds: { fixture.latency: { window: 40s } }'],
    ['a scrape that may take the whole interval', 'scrape: { interval: 10s, timeout: 10s }'],
    ['a bound at another bucket', 'thresholds: { fixture.latency: { critical: 1000 } }'],
    ['a hold where the documents know none', 'thresholds: { fixture.latency: { for: { critical: 30s } } }'],
    ['no hold', 'thresholds: { fixture.success_rate: { for: { critical: 0s } } }'],
    ['a disabled level', 'disabled: [FixtureSuccessRateLow.warning]'],
    ['an added label that only another alert has', 'alerts: { FixtureSlow: { labels: { scene: x } } }'],
  ])('accepts %s', (_, text) => {
    expect(told(text)).toBe('');
  });

  it('finds every series of an exporter that is told by another label', () => {
    const { settings } = readSettings('selectors: { exporter: { job: genwatch, cluster: eu } }');
    expect(checkSettings(settings, SYSTEMS)).toEqual([]);
  });

  it('tells of everything at once', () => {
    const lines = told(
      'thresholds:\n  fixture.success_rate: { critical: 85, info: 1, window: 1h }\n  nope: {}\ndisabled: [Nope]\nlabels: { scene: x }'
    );
    expect(lines.split('\n').map((line) => line.split('  ')[0])).toEqual([
      'f:2:27',
      'f:2:41',
      'f:2:50',
      'f:3:3',
      'f:4:12',
      'f:5:11',
    ]);
  });

  it('tells which override the catalog cannot be built with', () => {
    const fussy: SystemFactory = (settings) => {
      if (settings.thresholds['fixture.latency']) {
        throw new Error('no such quantile');
      }
      return fixtureSystem(settings);
    };
    const settings = merge(DEFAULT_SETTINGS, { thresholds: { 'fixture.latency': { critical: '1000' } } });
    expect(checkSettings(settings, [fussy])).toEqual([
      expect.objectContaining({ path: ['thresholds'], message: 'the catalog cannot be built: no such quantile' }),
    ]);
  });

  it('judges what can be read of a broken file, whatever stands in one place of it', () => {
    const valid = merge(DEFAULT_SETTINGS, {
      thresholds: { 'fixture.success_rate': { critical: '55', for: { critical: '2m' } } },
      alerts: { FixtureSlow: { labels: { team: 'a' } } },
      disabled: ['FixtureSlow'],
      receivers: { slack: { urlFile: '/run/x', channel: '#a' } },
    });
    const junk = fc.oneof(
      fc.constantFrom(null, '', '~', '1e9', '-1', [], {}, [null], { a: null }),
      fc.string(),
      fc.jsonValue()
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths(valid)), junk, (path, value) => {
        const { settings } = readSettings(stringify(replaced(valid, path, value)));
        expect(Array.isArray(checkSettings(settings, [fixtureSystem]))).toBe(true);
      })
    );
  });
});

type Path = readonly string[];

function paths(value: unknown, above: Path = []): Path[] {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [[...above, key], ...paths(inner, [...above, key])])
    : [];
}

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) {
    return by;
  }
  const entries = Object.entries(value as object).map(
    ([name, inner]) => [name, name === key ? replaced(inner, rest, by) : inner] as const
  );
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}
