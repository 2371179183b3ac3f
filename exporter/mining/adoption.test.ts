import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { javascriptPattern } from '../../src/catalog/sql/pattern';
import { patternOverride } from '../../src/catalog/templates/patternOverride';
import { createMiner } from './miner';
import { corpus, TEMPLATES, UNSEEN_TEMPLATES } from './testing/corpus';

describe('a mined template', () => {
  it.each([
    ['the corpus', TEMPLATES],
    ['templates that the miner was not made with', UNSEEN_TEMPLATES],
  ])('of %s becomes a pattern of its messages and of no others', (_, all) => {
    const messages = corpus(40, 1, all);
    const miner = createMiner();
    messages.forEach(({ text }, at) => miner.add({ text, at, names: [] }));
    const known = miner.templates().map((template) => {
      const override = patternOverride({ setting: 'validation.patterns', ...template }, DEFAULT_SETTINGS);
      const pattern = 'item' in override ? override.item.pattern : override.refusal;
      const matcher = javascriptPattern(pattern);
      const labels = messages.filter(({ text }) => matcher.test(text)).map(({ label }) => label);
      return { pattern, count: labels.length, templates: new Set(labels).size };
    });
    expect(known.filter(({ count, templates }) => count !== 40 || templates !== 1)).toEqual([]);
  });
});
