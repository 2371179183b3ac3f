import { readdirSync, readFileSync } from 'fs';
import path from 'path';

import { runbookParts } from './runbookParts';

const RUNBOOKS = path.join(__dirname, '../../../docs/runbooks');
const urlOf = (name: string) => `/runbooks/${name}`;

describe('the parts of a runbook', () => {
  it('are its text without the title, and its queries in between', () => {
    expect(runbookParts('# Title\n\nFirst.\n\n```sql\nSELECT 1;\n\nSELECT 2;\n```\n\nLast.\n', urlOf)).toEqual([
      { kind: 'text', markdown: 'First.\n\n' },
      { kind: 'code', language: 'sql', code: 'SELECT 1;\n\nSELECT 2;' },
      { kind: 'text', markdown: '\n\nLast.\n' },
    ]);
  });

  it('link to other runbooks inside the app, and leave other links alone', () => {
    expect(
      runbookParts('See [A](ValidationA.md#two), [B](./B.md), [C](https://x.org/C.md), [d](d.md).', urlOf)
    ).toEqual([
      {
        kind: 'text',
        markdown: 'See [A](/runbooks/ValidationA#two), [B](/runbooks/B), [C](https://x.org/C.md), [d](d.md).',
      },
    ]);
  });

  it.each(readdirSync(RUNBOOKS).filter((file) => file !== 'README.md'))('hold all of %s', (file) => {
    const markdown = readFileSync(path.join(RUNBOOKS, file), 'utf8');
    const parts = runbookParts(markdown, urlOf);
    const code = parts.flatMap((part) => (part.kind === 'code' ? [part] : []));
    expect(code).toHaveLength((markdown.match(/^```/gm) ?? []).length / 2);
    expect(code.map(({ language }) => language).filter((one) => !['sql', 'promql', 'sh'].includes(one))).toEqual([]);
    const text = parts.flatMap((part) => (part.kind === 'text' ? [part.markdown] : [])).join('');
    expect(text).toContain('## Mitigation');
    expect(text).not.toMatch(/```|\]\(\w+\.md/);
  });
});
