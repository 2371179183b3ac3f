import { findTemplate } from './findTemplate';
import { renderTemplates } from './renderTemplates';
import { minedTemplate } from './template.fixture';

const NOW = new Date('2026-03-02T12:30:00Z');
const reading = { system: 'validation', window: '7d', messages: 40, isPart: false, ageSeconds: 12 };

describe('the templates for people', () => {
  it('tell how often, how they are called, their words, and since when', () => {
    expect(renderTemplates({ readings: [reading], templates: [minedTemplate()] }, NOW))
      .toBe(`validation: 40 unknown messages of 7d, read 12 s ago.

    12  ab0a600f93  Unterminated Template Literal
        Unterminated template literal (<number>)
        validation, syntax_error; first 26 h ago, last 2 h ago

Name one with: npx genwatch templates --adopt ab0a600f93`);
  });

  it('fit a terminal', () => {
    const template = minedTemplate({ template: `${'word '.repeat(40)}${'x'.repeat(100)}` });
    const lines = renderTemplates({ readings: [reading], templates: [template] }, NOW).split('\n');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(80);
  });

  it('say that there are none, that more were left out, and that nothing was read', () => {
    expect(renderTemplates({ readings: [{ ...reading, messages: 0 }], templates: [] }, NOW)).toContain('has a name');
    expect(renderTemplates({ readings: [{ ...reading, isPart: true }], templates: [] }, NOW)).toContain('newest 40');
    expect(renderTemplates({ readings: [], templates: [] }, NOW)).toContain('not read any messages yet');
  });
});

describe('a template by its id', () => {
  const templates = [minedTemplate({ id: 'abcd111111' }), minedTemplate({ id: 'abcd222222' })];

  it('is found by as much of it as tells it from others', () => {
    expect(findTemplate('abcd1', templates)).toBe(templates[0]);
    expect(findTemplate('abcd222222', templates)).toBe(templates[1]);
  });

  it.each([
    ['abcd', 'begins more than one id: abcd111111, abcd222222'],
    ['abc', 'There is no template "abc"'],
    ['ffff111111', 'There is no template'],
  ])('is not found by %j', (id, why) => {
    expect(() => findTemplate(id, templates)).toThrow(why);
  });
});
