import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { SYSTEMS } from '../systems';
import { DEFAULT_SETTINGS } from './defaults';
import { fixtureSystem } from './fixtureSystem';
import { settingsJsonSchema } from './jsonSchema';
import { valueAt } from './valueAt';

const schema = settingsJsonSchema({ systems: [fixtureSystem(DEFAULT_SETTINGS)] });
const at = (...keys: string[]) =>
  valueAt(
    schema,
    keys.flatMap((key) => ['properties', key])
  );
/** As an editor sees the file: numbers are numbers. */
const accepts = (by: object, text: string) =>
  z.fromJSONSchema(by as z.core.JSONSchema.JSONSchema).safeParse(parse(text)).success;

describe('the JSON Schema of the settings', () => {
  it('completes thresholds with their levels, words and documented values', () => {
    expect(Object.keys(at('thresholds', 'fixture.success_rate') as object)).toContain('description');
    expect(at('thresholds', 'fixture.success_rate')).toMatchObject({
      description: 'Success rate (percent). Documented: target >= 80, warning < 80, critical < 60',
      additionalProperties: false,
    });
    expect(at('thresholds', 'fixture.success_rate', 'critical')).toMatchObject({
      default: 60,
      type: ['number', 'string'],
    });
    expect(at('thresholds', 'fixture.success_rate', 'for', 'warning')).toMatchObject({ default: '5m', type: 'string' });
    expect(at('thresholds', 'fixture.success_rate', 'minimumSample')).toMatchObject({ default: 5 });
    expect(at('thresholds', 'fixture.latency', 'minimumSample')).toBeUndefined();
    expect(at('thresholds', 'fixture.latency', 'warning')).toBeUndefined();
  });

  it('completes the ids of systems', () => {
    expect(valueAt(at('systems'), ['items', 'enum'])).toEqual(['fixture']);
    expect(accepts(schema, 'systems: [fixture]')).toBe(true);
    expect(accepts(schema, 'systems: [another]')).toBe(false);
  });

  it('completes the names of alerts', () => {
    expect(at('alerts', 'FixtureSlow')).toMatchObject({ description: 'Answers are slow' });
    expect(valueAt(at('disabled'), ['items', 'enum'])).toEqual([
      'FixtureSuccessRateLow',
      'FixtureSuccessRateLow.warning',
      'FixtureSuccessRateLow.critical',
      'FixtureAttempts',
      'FixtureAttempts.warning',
      'FixtureAttempts.critical',
      'FixtureSlow',
      'FixtureSlow.critical',
    ]);
  });

  it.each([
    ['thresholds: { fixture.success_rate: { critical: 55, for: { critical: 10m }, minimumSample: 10 } }'],
    ['thresholds: { fixture.success_rate: { critical: "0.10" } }'],
    ['thresholds:\ndisabled:\n'],
    ['labels: { shard: 1, paging: true }'],
  ])('accepts what the reader accepts: %j', (text) => {
    expect(accepts(schema, text)).toBe(true);
  });

  it.each([
    ['thresholds: { fixture.succes_rate: {} }'],
    ['thresholds: { fixture.latency: { warning: 1 } }'],
    ['thresholds: { fixture.latency: { for: { critical: 1m30s } } }'],
    ['disabled: [Nope]'],
    ['alerts: { Nope: { labels: {} } }'],
    ['receivers: { slack: { channel: "#a" } }'],
    ['validation: { messages: { timestamps: date } }'],
    ['frobnicate: 1'],
  ])('refuses what the reader refuses: %j', (text) => {
    expect(accepts(schema, text)).toBe(false);
  });

  it('accepts the example file', () => {
    const text = readFileSync(path.join(__dirname, '../../../docs/genwatch.config.example.yaml'), 'utf8');
    const real = settingsJsonSchema({ systems: SYSTEMS.map((factory) => factory(DEFAULT_SETTINGS)) });
    expect(accepts(real, text)).toBe(true);
  });

  it('gives examples as values, not as text', () => {
    expect(at('receivers', 'slack')).toMatchObject({
      examples: [{ urlFile: '/run/secrets/slack-url', channel: '#alerts' }],
    });
  });

  it('is the same every time', () => {
    expect(JSON.stringify(settingsJsonSchema({ systems: [fixtureSystem(DEFAULT_SETTINGS)] }))).toBe(
      JSON.stringify(schema)
    );
  });
});
