import { type Client } from 'pg';

import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { type Query } from '../../src/catalog/kinds/query';
import { type Settings } from '../../src/catalog/settings/settings';
import { identifier } from '../../src/catalog/sql/identifier';
import { literal } from '../../src/catalog/sql/literal';
import { generation } from '../../src/catalog/systems/generation';
import { schemaScript } from '../../tools/sql/schema';
import { rolledBack } from './rolledBack';

/** What a test writes of a row; the rest is what the table or `USUAL` says. Times are in milliseconds. */
type Row = Readonly<Record<string, unknown>> & { readonly at?: number };

const USUAL: Readonly<Record<string, Row>> = {
  failures: { error_type: 'TypeError', error_message: 'x is not a function', fingerprint: 'f1' },
  analytics: { success: true },
  tests: {
    test_name: 'a test',
    test_body: 'expect(x)',
    language: 'typescript',
    target: 'plan',
    error_type: 'TypeError',
  },
  runs: { version: '1', passed: true },
  reviews: { verdict: 'approved', reviewed_by: 'ann' },
};
const TABLES = {
  failures: 'generation_failures',
  analytics: 'generation_analytics',
  tests: 'auto_generated_tests',
  runs: 'auto_generated_test_runs',
  reviews: 'auto_generated_test_reviews',
};

/** The audit of the review API. */
const reviews = (schema: string) => `CREATE TABLE IF NOT EXISTS ${schema}auto_generated_test_reviews (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, test_id bigint NOT NULL, verdict text NOT NULL, reason text,
  reviewed_by text NOT NULL, reviewed_at timestamptz NOT NULL DEFAULT now(), request_id uuid)`;

/** The generator's tables in a schema of their own; gone afterwards. */
export const withGenerationTables = <T>(work: (client: Client) => Promise<T>, settings: Settings = DEFAULT_SETTINGS) =>
  rolledBack(async (client) => {
    await client.query('CREATE SCHEMA generation_test; SET LOCAL search_path = generation_test');
    await client.query(schemaScript(generation(settings).tables ?? []));
    const [schema] = settings.generation.failures.table.split('.');
    const hasSchema = schema !== undefined && schema !== settings.generation.failures.table;
    await client.query(reviews(hasSchema ? `${identifier(schema)}.` : ''));
    return work(client);
  });

export async function insert(client: Client, table: keyof typeof TABLES, rows: readonly Row[]): Promise<void> {
  const time = table === 'reviews' ? 'reviewed_at' : 'created_at';
  const stored = rows.map(({ at, ...row }) => ({
    ...USUAL[table],
    ...row,
    ...(at !== undefined && { [time]: new Date(at).toISOString() }),
  }));
  const names = [...new Set(stored.flatMap((row) => Object.keys(row)))];
  if (names.length > 0) {
    await client.query(
      `INSERT INTO ${TABLES[table]} (${names.join(', ')}) OVERRIDING SYSTEM VALUE
      SELECT ${names.join(', ')} FROM jsonb_populate_recordset(CAST(NULL AS ${TABLES[table]}), $1)`,
      [JSON.stringify(stored)]
    );
  }
}

interface Asked {
  readonly from: number;
  readonly to: number;
  readonly subject?: string;
  readonly step?: string;
  readonly limit?: number;
}

/** The rows of a query as the data source asks it. */
export async function rowsOf(client: Client, { sql }: Query, { from, to, subject, step, limit = 1000 }: Asked) {
  const instant = (ms: number) => `'${new Date(ms).toISOString()}'`;
  const text = sql({
    from: instant(from),
    to: instant(to),
    limit: String(limit),
    ...(subject !== undefined && { subject: literal(subject) }),
    ...(step !== undefined && { step: literal(step) }),
  });
  return (await client.query<Record<string, unknown>>(text)).rows;
}
