import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { readSettings } from '../../src/catalog/settings/readSettings';
import { SYSTEMS } from '../../src/catalog/systems';
import { adoptTemplate } from './adoptTemplate';
import { minedTemplate } from './template.fixture';

const adopt = (text: string, changes: Partial<Parameters<typeof adoptTemplate>[0]> = {}) =>
  adoptTemplate({
    template: minedTemplate(),
    choice: {},
    file: 'genwatch.config.yaml',
    text,
    factories: SYSTEMS,
    ...changes,
  });
const failure = minedTemplate({ setting: 'generation.categories', system: 'generation' });

const PATTERN = '\\bUnterminated\\W+template\\W+literal\\b';
const EXAMPLE = readFileSync(join(__dirname, '../../docs/genwatch.config.example.yaml'), 'utf8');

/** Every line of the file is still there, in its order. */
function expectKept(before: string, after: string): void {
  const lines = after.split('\n');
  let at = 0;
  for (const line of before.split('\n')) {
    const found = lines.indexOf(line, at);
    expect({ line, found: found >= at }).toEqual({ line, found: true });
    at = found + 1;
  }
}

describe('a template that is adopted', () => {
  it.each([
    ['an empty file', ''],
    ['a file of comments', '# Nothing differs.\n'],
    ['a file without the section', 'labels:\n  team: media # ours\n'],
    ['a file without an end of line', 'labels: { team: media }'],
    ['a section of comments', 'validation:\n  # idle: 2h\nlabels: { team: media }\n'],
    ['a section without the list', 'validation: # ours\n    # Long.\n    idle: 2h\n\nlabels: { team: media }\n'],
    ['a list of comments', "validation:\n  patterns:\n    # - name: A\n  idle: '2h'\n"],
    [
      'a list',
      "validation:\n  patterns: # ours\n    # First.\n    - name: A\n      pattern: '\\ba b\\b' # why\n\n    # Second.\n    - { name: B, pattern: 'b' } # why not\n\n  idle: 2h\n",
    ],
    [
      'a list without indentation',
      'validation:\n  patterns:\n  - name: A\n    pattern: >-\n      a b\n      c\n  idle: 2h\n',
    ],
    ['a list at the end', "validation:\n  patterns:\n    - name: A\n      pattern: 'a'"],
  ])('goes into %s, and every other line stays as it is', (_, text) => {
    const after = adopt(text).text;
    expectKept(text, after);
    const own = readSettings(text).settings.validation.patterns;
    expect(readSettings(after)).toMatchObject({
      problems: [],
      settings: { validation: { patterns: [...own, { name: 'Unterminated Template Literal', pattern: PATTERN }] } },
    });
  });

  it.each([
    [
      'validation: { patterns: [] }\n',
      `validation: { patterns: [{ name: 'Unterminated Template Literal', pattern: '${PATTERN}' }] }\n`,
    ],
    [
      'validation:\n  patterns: [{ name: A, pattern: a }]\n',
      `validation:\n  patterns: [{ name: A, pattern: a }, { name: 'Unterminated Template Literal', pattern: '${PATTERN}' }]\n`,
    ],
  ])('goes into the list in brackets of %j', (text, expected) => {
    expect(adopt(text).text).toBe(expected);
  });

  it('goes into the example of all settings', () => {
    for (const template of [minedTemplate(), failure]) {
      expectKept(EXAMPLE, adopt(EXAMPLE, { template }).text);
    }
  });

  it('keeps the ends of lines of Windows', () => {
    const after = adopt('validation:\r\n  idle: 2h\r\n').text;
    expect(after.replace(/\r\n/g, '')).not.toContain('\n');
  });

  it('becomes a category for a failed generation, after those that are there', () => {
    const { settings } = readSettings(adopt('', { template: failure, choice: { category: 'validation_error' } }).text);
    expect(settings.generation.categories.at(-1)).toEqual({ category: 'validation_error', pattern: PATTERN });
    expect(settings.generation.categories.length).toBe(readSettings('').settings.generation.categories.length + 1);
  });

  it('shows what changes', () => {
    const text = "validation:\n  patterns:\n    - name: A\n      pattern: 'a'\n  idle: 2h\n";
    expect(adopt(text, { choice: { name: "It's open" } }).diff).toBe(`genwatch.config.yaml, line 5
    patterns:
      - name: A
        pattern: 'a'
+     - name: 'It''s open'
+       pattern: '${PATTERN}'
    idle: 2h`);
  });
});

describe('nothing is adopted', () => {
  it.each([
    ['a file that is wrong', 'validation: { pattern: [] }', {}, 'genwatch.config.yaml:1'],
    [
      'a file that only a person can change',
      '{ labels: { team: media } }',
      {},
      "- name: 'Unterminated Template Literal'",
    ],
    ['a name that is taken', '', { name: 'Missing FPS' }, 'named "Missing FPS" already'],
    ['a pattern that is not portable', '', { pattern: '(?=a)' }, 'look-around is not portable'],
    ['a pattern that matches everything', '', { pattern: '.*' }, 'too wide'],
    ['a pattern of known errors', '', { pattern: 'literal|not defined' }, 'which is "X Variable Bug"'],
    ['a pattern of other messages', '', { pattern: 'Unterminated string' }, 'does not match the messages it is for'],
  ])('into or as %s', (_, text, choice, why) => {
    expect(() => adopt(text, { choice })).toThrow(why);
  });

  it('without a category, where it needs one', () => {
    expect(() => adopt('', { template: { ...failure, category: 'unknown' } })).toThrow('Choose one.');
  });

  it('of too few words', () => {
    expect(() => adopt('', { template: minedTemplate({ template: '<*> failed <number>' }) })).toThrow('too few words');
  });
});
