import { transform } from 'esbuild';

import { FAILURE_CATEGORIES } from '../../../src/catalog/settings/settings';
import { ownGenerator } from './ownGenerator';

/** What people and models write, made to break out of a string, a comment or a template. */
const HOSTILE = [
  `'"\`\${process.exit()}`,
  'end */ //',
  'line\nbreak\r\ttab',
  '\u2028process.exit()\u2029',
  '\\',
  '</script>',
  '$body$ $1 %s #REQUEST#',
  '\ud83c\udfac',
];

describe('the body of a test', () => {
  it.each(FAILURE_CATEGORIES)('for %s is TypeScript that asks the generator for the same again', (category) =>
    ownGenerator(`body_${category}`, async ({ client }) => {
      for (const text of HOSTILE) {
        const { rows } = await client.query<{ body: string }>('SELECT genwatch_test_body($1, $2, $2, $2, $2) AS body', [
          category,
          text,
        ]);
        const body = rows[0]?.body ?? '';
        const { code } = await transform(body, { loader: 'ts', format: 'cjs' });
        expect(await outcome(code)).toEqual({ name: `no ${text} again`, asked: { request: text, framework: text } });
      }
    })
  );

  it('knows no more than was stored', () =>
    ownGenerator('body_nulls', async ({ client }) => {
      const { rows } = await client.query<{ body: string }>(
        `SELECT genwatch_test_body(NULL, 'TypeError', 'x', NULL, NULL) AS body`
      );
      expect(rows[0]?.body).toContain('generate({ request: null, framework: null })');
    }));
});

/** Runs a body with a generator that never fails: what it asked for, under which name. Throws when an expectation does. */
async function outcome(code: string): Promise<{ name: string; asked: unknown }> {
  let ran: { name: string; run: () => Promise<void> } | undefined;
  let asked: unknown;
  const result = {
    timedOut: false,
    rateLimited: false,
    files: [{ syntaxErrors: [] }],
    validation: { errors: [] },
    dependencies: { missing: [] },
  };
  const generate = (request: unknown) => {
    asked = request;
    return Promise.resolve(result);
  };
  const load = new Function('require', 'exports', 'module', 'test', 'expect', code);
  load(
    () => ({ generate }),
    {},
    { exports: {} },
    (name: string, run: () => Promise<void>) => void (ran = { name, run }),
    expect
  );
  await ran?.run();
  return { name: ran?.name ?? '', asked };
}
