import { DEFAULT_SETTINGS } from '../settings/defaults';
import { javascriptPattern } from './pattern';
import { patternSamples } from './patternSamples';

describe('samples of a pattern', () => {
  it.each([
    ['^fixing', ['fixing']],
    ['\\b(create|add|make)\\b', ['create', 'add', 'make']],
    ['\\bspring\\b.*\\bfps\\b', ['spring fps']],
    ['a{2,3}b+c?', ['aabc', 'aab']],
    ['\\(\\d\\)\\n', ['(1)\n']],
    ['[^a-z][x-z]', ['1x']],
    ['x|y', ['x', 'y']],
  ])('of %s', (pattern, expected) => {
    expect(patternSamples(pattern).sort()).toEqual([...expected].sort());
  });

  it('match, and there are some of every default', () => {
    const { validation, generation } = DEFAULT_SETTINGS;
    const all = [
      ...Object.values(validation.phrases).flat(),
      ...[...validation.patterns, ...generation.categories].map(({ pattern }) => pattern),
    ];
    for (const pattern of all) {
      const samples = patternSamples(pattern);
      expect({ pattern, count: samples.length }).not.toEqual({ pattern, count: 0 });
      samples.forEach((sample) => expect(javascriptPattern(pattern).test(sample)).toBe(true));
    }
  });
});
