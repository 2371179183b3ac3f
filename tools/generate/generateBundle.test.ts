import { buildCatalog } from '../../src/catalog/catalog';
import { tieredQueries } from '../../exporter/tieredQuery';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { type Settings } from '../../src/catalog/settings/settings';
import { SYSTEMS } from '../../src/catalog/systems';
import { validation } from '../../src/catalog/systems/validation';
import { generateBundle } from './generateBundle';

describe('generateBundle', () => {
  it('makes the same text from the same catalog', () => {
    const once = generateBundle(buildCatalog(SYSTEMS, DEFAULT_SETTINGS));
    expect([...generateBundle(buildCatalog(SYSTEMS, DEFAULT_SETTINGS))]).toEqual([...once]);
    expect([...once.keys()]).toContain('rules/tests/ValidationAttemptLimit.test.yaml');
  });

  it('makes nothing from a catalog with faults, and tells of all of them', () => {
    const settings = {
      ...DEFAULT_SETTINGS,
      thresholds: {
        'validation.success_rate': { critical: '85' },
        'validation.attempt_limit': { window: '12h' as const },
      },
    };
    const generate = () => generateBundle(buildCatalog(SYSTEMS, settings));
    expect(generate).toThrow('critical 85 lies on the wrong side of warning 80');
    expect(generate).toThrow('has no window "12h"');
  });

  it('knows nothing of a system that the settings leave out', () => {
    const settings: Settings = { ...DEFAULT_SETTINGS, systems: ['validation', 'platform'] };
    const catalog = buildCatalog(SYSTEMS, settings);
    expect(catalog.systems.map(({ id }) => id)).toEqual(['validation', 'platform']);
    expect(tieredQueries(catalog).filter(({ id }) => id.startsWith('generation.'))).toEqual([]);
    const bundle = [...generateBundle(catalog)].filter(([file]) => !file.endsWith('config.schema.json'));
    expect(bundle.map(([file]) => file).filter((file) => /generation|strikes|review/.test(file))).toEqual([]);
    const told = bundle.filter(([, text]) => /genwatch_generation|generation_failures|GenerationSilent/.test(text));
    expect(told.map(([file]) => file)).toEqual([]);
  });

  it('refuses two systems that would write one file', () => {
    expect(() => generateBundle(buildCatalog([validation, validation], DEFAULT_SETTINGS))).toThrow(
      'nothing is generated'
    );
  });
});
