import { anchorOf, blocksOf, codeSpans, parseRunbook, sectionOf, tableRows } from './runbook';

const TEXT = [
  '# Example',
  '',
  '## Diagnosis',
  'See [the other](Other.md#a-part).',
  '### First step',
  '```sh',
  '# no heading, and [no](link)',
  '```',
  'The `answer` is:',
  '| What | Means |',
  '| ---- | :---: |',
  '| `a`  | one   |',
  '```sql',
  'SELECT 1;',
  '',
  'SELECT 2;',
  '```',
  '## Mitigation',
].join('\n');

describe('parseRunbook', () => {
  const runbook = parseRunbook('Example', TEXT);

  it('finds the headings with their depth, their part and their line', () => {
    expect(runbook.sections.map(({ heading, depth, part, line }) => [heading, depth, part, line])).toEqual([
      ['Example', 1, '', 1],
      ['Diagnosis', 2, 'Diagnosis', 3],
      ['First step', 3, 'Diagnosis', 5],
      ['Mitigation', 2, 'Mitigation', 18],
    ]);
  });

  it('keeps blocks as they are, apart from the prose around them', () => {
    const [sql] = blocksOf(runbook, 'sql');
    expect(sql?.block).toEqual({ language: 'sql', text: 'SELECT 1;\n\nSELECT 2;', line: 13 });
    expect(sql?.section.heading).toBe('First step');
    expect(sql?.section.prose).not.toContain('SELECT');
  });

  it('finds links in the prose only', () => {
    expect(runbook.sections.flatMap(({ links }) => links)).toEqual([{ target: 'Other.md#a-part', line: 4 }]);
  });

  it.each([
    ['text above the first heading', 'Hello\n# Example', 'Example.md:1: there is text above'],
    ['a block without an end', '# Example\n```sql\nSELECT 1', 'Example.md:2: this block has no end'],
    ['an indented block', '# Example\n  ```sql\nSELECT 1', 'Example.md:2: this block is indented'],
  ])('refuses %s, with its line', (_, text, message) => {
    expect(() => parseRunbook('Example', text)).toThrow(message);
  });
});

describe('reading a section', () => {
  const section = sectionOf(parseRunbook('Example', TEXT), 'First step');

  it('tells its code and its tables', () => {
    expect(codeSpans(section.prose)).toEqual(['answer', 'a']);
    expect(tableRows(section.prose)).toEqual([
      ['What', 'Means'],
      ['`a`', 'one'],
    ]);
  });

  it('names the sections there are when there is none of the name', () => {
    expect(() => sectionOf(parseRunbook('Example', TEXT), 'Second step')).toThrow('"First step", "Mitigation"');
  });
});

describe('anchorOf', () => {
  it.each([
    ['It answers, but its values are old', 'it-answers-but-its-values-are-old'],
    ['1. Check /health', '1-check-health'],
  ])('makes of "%s" what GitHub makes of it', (heading, anchor) => {
    expect(anchorOf(heading)).toBe(anchor);
  });
});
