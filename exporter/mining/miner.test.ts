import fc from 'fast-check';

import { createMiner, type Found } from './miner';
import { createPrefixTree } from './prefixTree';
import { corpus, TEMPLATES, UNSEEN_TEMPLATES } from './testing/corpus';
import { groupingAccuracy } from './testing/groupingAccuracy';
import { minedAccuracy } from './testing/minedAccuracy';

const START = Date.UTC(2026, 2, 1);

function mined(texts: readonly string[], openings: readonly RegExp[] = []): readonly Found[] {
  const miner = createMiner({ openings });
  texts.forEach((text, i) => miner.add({ text, at: START + i * 1000, names: [] }));
  return miner.templates();
}

describe('the grouping accuracy', () => {
  it('counts a template that is split or shared for nothing', () => {
    expect(groupingAccuracy(['a', 'a', 'b', 'b'], [1, 1, 2, 2])).toBe(1);
    expect(groupingAccuracy(['a', 'a', 'b', 'c'], [1, 1, 2, 2])).toBe(0.5);
    expect(groupingAccuracy(['a', 'a', 'a', 'b'], [1, 1, 2, 2])).toBe(0);
  });

  it.each([1, 2, 3])('is at least 95 %% over 2 000 messages of 50 templates (seed %i)', (seed) => {
    const messages = corpus(40, seed);
    expect([messages.length, new Set(messages.map(({ label }) => label)).size]).toEqual([2000, TEMPLATES.length]);
    expect(minedAccuracy(messages)).toBeGreaterThanOrEqual(0.95);
  });

  it('is so for templates that the miner was not made with, and when each has few messages', () => {
    expect(minedAccuracy(corpus(40, 1, UNSEEN_TEMPLATES))).toBeGreaterThanOrEqual(0.95);
    expect(minedAccuracy(corpus(5, 1))).toBeGreaterThanOrEqual(0.95);
  });
});

describe('a template', () => {
  it('has the words that its messages share, when they were, and masked examples', () => {
    const [first, ...more] = mined([
      'Chart Intro could not be drawn in 12 ms',
      'Chart Outro could not be drawn in 7 ms',
      'Chart Title could not be drawn in 8 ms',
    ]);
    expect(more).toEqual([]);
    expect(first).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{10}$/),
      template: 'Chart <*> could not be drawn in <number> ms',
      name: 'Chart Not Drawn Ms',
      category: 'unknown',
      count: 3,
      firstSeen: '2026-03-01T00:00:00.000Z',
      lastSeen: '2026-03-01T00:00:02.000Z',
      examples: [
        'Chart Intro could not be drawn in <number> ms',
        'Chart Outro could not be drawn in <number> ms',
        'Chart Title could not be drawn in <number> ms',
      ],
    });
  });

  it('is the same for the same messages', () => {
    const texts = corpus(10).map(({ text }) => text);
    expect(mined(texts)).toEqual(mined(texts));
  });

  it('has at most three examples of at most 200 characters', () => {
    const words = 'could not be drawn at all, whatever the reason may be '.repeat(6);
    const [only] = mined(['Intro', 'Outro', 'Title', 'Credits'].map((scene) => `Chart ${scene} ${words}`));
    expect(only?.examples).toHaveLength(3);
    only?.examples.forEach((example) => expect([...example]).toHaveLength(200));
  });

  it('does without what every message of its kind begins with', () => {
    expect(mined(['Fixing Intro cannot be drawn'], [/^[Ff]ixing/])[0]?.template).toBe('Intro cannot be drawn');
    expect(mined(['Not fixing Intro'], [/[Ff]ixing/])[0]?.template).toBe('Not fixing Intro');
  });

  it('comes first when it has most messages', () => {
    const templates = mined(['a rare thing happened', ...Array(3).fill('the usual thing broke again')]);
    expect(templates.map(({ count }) => count)).toEqual([3, 1]);
  });

  it('finds a value in the first words, where the tree parts', () => {
    const texts = ['alpha', 'beta', 'gamma'].map((word) => `${word} cannot be iterated over`);
    expect(mined(texts).map(({ template }) => template)).toEqual(['<*> cannot be iterated over']);
    expect(mined(texts.slice(1))).toHaveLength(2);
  });
});

describe('memory', () => {
  const words = (number: number) => [...String(number)].map((digit) => 'abcdefghij'.charAt(Number(digit))).join(' ');

  it('is bounded over any number of different messages', () => {
    const miner = createMiner({ mostClusters: 50 });
    for (let i = 0; i < 20_000; i++) {
      miner.add({ text: `${words(i)} ${words(i * 7)} ${words(i * 13)}`, at: START + i, names: [] });
    }
    expect(miner.size()).toBe(50);
    expect(miner.templates().length).toBeLessThanOrEqual(50);
  });

  it('keeps what was seen last', () => {
    const miner = createMiner({ mostClusters: 3 });
    const texts = ['one thing broke', 'another part failed', 'one thing broke', 'no more room', 'nothing left here'];
    texts.forEach((text, i) => miner.add({ text, at: START + i, names: [] }));
    expect(
      miner
        .templates()
        .map(({ template }) => template)
        .sort()
    ).toEqual(['no more room', 'nothing left here', 'one thing broke'].sort());
  });

  it('of a tree goes with its clusters', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 4 })), (lines) => {
        const tree = createPrefixTree(2);
        lines.forEach((line) => tree.put(line));
        expect(tree.clusters().length).toBeLessThanOrEqual(2);
        expect(tree.branches()).toBeLessThanOrEqual(2 * 3);
      })
    );
  });
});

describe('no value', () => {
  it('comes out of a template, its name or its examples', () => {
    const secret = fc.stringMatching(/^[b-z]{8}[1-9]{4}$/);
    const words = fc.array(fc.constantFrom('could', 'not', 'be', 'read', 'from', 'Error:', 'at'), { maxLength: 6 });
    const shapes = [
      '"$"',
      "'a $ b'",
      '/home/$/x',
      '$',
      'sk-$',
      'https://h.example/$',
      '$@example.com',
      'token=$',
      '{"a":"$"}',
    ];
    const message = fc.tuple(words, secret, fc.constantFrom(...shapes), words);
    fc.assert(
      fc.property(fc.array(message, { minLength: 1, maxLength: 12 }), (messages) => {
        const texts = messages.map(([before, value, shape, after]) =>
          [...before, shape.replace('$', () => value), ...after].join(' ')
        );
        const out = JSON.stringify(mined(texts).map(({ template, name, examples }) => [template, name, examples]));
        messages.forEach(([, value]) => expect(out).not.toContain(value));
      }),
      { numRuns: 500 }
    );
  });
});
