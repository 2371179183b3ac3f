import { DEFAULT_SETTINGS } from '../settings/defaults';
import { readSettings } from '../settings/readSettings';
import { overrideSnippet, patternOverride } from './patternOverride';

const template = {
  setting: 'validation.patterns',
  template: "It can't be: <text> is undrawable",
  name: "It's Undrawable",
  category: 'validation_error',
  examples: ["It can't be: <text> is undrawable"],
} as const;

describe('the override of a template', () => {
  it('is the file that a page offers: all patterns of the list, and the new one at its end', () => {
    const override = patternOverride(template, DEFAULT_SETTINGS);
    if ('refusal' in override) {
      throw new Error(override.refusal);
    }
    const snippet = overrideSnippet(override, DEFAULT_SETTINGS);
    expect(snippet).toContain(
      `    - name: 'It''s Undrawable'\n      pattern: '\\bIt\\W+can\\W+t\\W+be\\b.*\\bis\\W+undrawable\\b'\n`
    );
    const { settings, problems } = readSettings(snippet);
    expect(problems).toEqual([]);
    expect(settings.validation.patterns).toEqual([...DEFAULT_SETTINGS.validation.patterns, override.item]);
  });

  it('is a category for failed generations', () => {
    expect(patternOverride({ ...template, setting: 'generation.categories' }, DEFAULT_SETTINGS)).toMatchObject({
      setting: 'generation.categories',
      item: { category: 'validation_error' },
    });
  });

  it('is refused where its examples are those of a pattern that is there', () => {
    const wide = { ...template, template: 'Error not defined <*>', examples: [] };
    expect(patternOverride({ ...wide, template: 'x is not defined' }, DEFAULT_SETTINGS)).toEqual({
      refusal: expect.stringContaining('which is "X Variable Bug"'),
    });
  });
});
