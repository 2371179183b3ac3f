import { type MinedTemplate } from '../../src/catalog/templates/minedTemplate';

/** A template as the exporter tells it. */
export const minedTemplate = (changes: Partial<MinedTemplate> = {}): MinedTemplate => ({
  system: 'validation',
  setting: 'validation.patterns',
  id: 'ab0a600f93',
  template: 'Unterminated template literal (<number>)',
  name: 'Unterminated Template Literal',
  category: 'syntax_error',
  count: 12,
  firstSeen: '2026-03-01T10:00:00.000Z',
  lastSeen: '2026-03-02T10:00:00.000Z',
  examples: ['Unterminated template literal (<number>)'],
  ...changes,
});
