import { type FailureCategory } from '../../../src/catalog/settings/settings';
import { literal } from '../../../src/catalog/sql/literal';
import { type Step } from '../script';

/** What a test of each category asks of the result besides. */
const EXPECTATIONS: Readonly<Record<FailureCategory, readonly string[]>> = {
  ai_timeout: ['expect(result.timedOut).toBe(false);', 'expect(result.files.length).toBeGreaterThan(0);'],
  rate_limit: ['expect(result.rateLimited).toBe(false);', 'expect(result.files.length).toBeGreaterThan(0);'],
  validation_error: ['expect(result.validation.errors).toEqual([]);'],
  dependency_error: ['expect(result.dependencies.missing).toEqual([]);'],
  syntax_error: ['expect(result.files.flatMap((file) => file.syntaxErrors)).toEqual([]);'],
  unknown: ['expect(result.error).toBeUndefined();'],
};

/** The application's adapter: a module `generator` that runs one generation and tells what came of it. */
const TEMPLATE = [
  `import { generate } from 'generator';`,
  '',
  'const failedWith = #MESSAGE#;',
  '',
  'test(#NAME#, async () => {',
  '  const result = await generate({ request: #REQUEST#, framework: #FRAMEWORK# });',
  '  expect(result.error).not.toBe(failedWith);',
  '  #EXPECTATIONS#',
  '});',
  '',
].join('\n');

/** What users wrote is cut to this. */
const LENGTH = 2000;

/** Texts go in as JSON, which is a string of TypeScript: none can end it, as a line separator would end a comment. */
const json = (text: string): string => `coalesce(to_json(left(${text}, ${LENGTH}))::text, 'null')`;

export function testBodyStep(): Step {
  const pieces = TEMPLATE.split(/#([A-Z]+)#/);
  const fills: Readonly<Record<string, string>> = {
    MESSAGE: json('message'),
    NAME: json(`'no ' || error_type || ' again'`),
    REQUEST: json('request'),
    FRAMEWORK: json('framework'),
    EXPECTATIONS: `CASE category\n${Object.entries(EXPECTATIONS)
      .filter(([category]) => category !== 'unknown')
      .map(([category, lines]) => `      WHEN ${literal(category)} THEN ${text(lines.join('\n  '))}`)
      .join('\n')}\n      ELSE ${text(EXPECTATIONS.unknown.join('\n  '))}\n    END`,
  };
  const parts = pieces.map((piece, i) => (i % 2 === 0 ? text(piece) : (fills[piece] ?? `''`)));
  return {
    says: 'The body of the test for a failure, by a template for each category.',
    sql: `CREATE OR REPLACE FUNCTION genwatch_test_body(category text, error_type text, message text, request text, framework text)
RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $body$
  SELECT concat(
    ${parts.join(',\n    ')}
  )
$body$`,
  };
}

const text = (value: string): string => literal(value).replace(/^E?'/, "E'").replace(/\n/g, '\\n');
