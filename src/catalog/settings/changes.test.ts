import { changes } from './changes';
import { DEFAULT_SETTINGS } from './defaults';
import { merge } from './merge';
import { type Settings } from './settings';

const changed = (overrides: Parameters<typeof merge<Settings>>[1]): Settings => merge(DEFAULT_SETTINGS, overrides);

describe('changes', () => {
  it('finds nothing where nothing differs', () => {
    expect(changes(DEFAULT_SETTINGS, changed({}))).toEqual({});
  });

  it('finds single values, whole lists, and entries of maps that are empty by default', () => {
    const overrides = {
      thresholds: { 'validation.success_rate': { critical: '55' } },
      disabled: ['GenwatchExporterAbsent'],
      validation: { messages: { table: 'app.messages', columns: { id: 'Id' } }, phrases: { attempt: ['^repair$'] } },
    };
    expect(changes(DEFAULT_SETTINGS, changed(overrides))).toEqual(overrides);
  });

  it('leaves out what was written but is the default', () => {
    expect(changes(DEFAULT_SETTINGS, changed({ zones: { buckets: 'UTC', timestamps: 'Europe/Berlin' } }))).toEqual({
      zones: { timestamps: 'Europe/Berlin' },
    });
  });

  it('keeps a list that became empty', () => {
    const base = { phrases: ['a'] as readonly string[] };
    expect(changes(base, { phrases: [] })).toEqual({ phrases: [] });
    expect(merge(base, changes(base, { phrases: [] }))).toEqual({ phrases: [] });
  });

  it('is what merge needs to make the same settings again', () => {
    const settings = changed({
      links: { grafana: 'https://grafana.example.com' },
      receivers: { slack: { urlFile: '/run/secrets/slack', channel: '#ops' } },
      validation: { patterns: [{ name: 'Costs', pattern: '\\$[0-9]+' }] },
    });
    expect(merge(DEFAULT_SETTINGS, changes(DEFAULT_SETTINGS, settings))).toEqual(settings);
  });
});
