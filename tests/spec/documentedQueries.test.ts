import fc from 'fast-check';
import { type Client } from 'pg';

import { type Query } from '../../src/catalog/kinds/query';
import { isQuote } from '../../src/catalog/kinds/source';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { validation } from '../../src/catalog/systems/validation';
import { locate } from '../../tools/spec/locate';
import { readSpecification } from '../../tools/spec/readSpecification';
import { statementsOf, type Statement } from '../../tools/spec/statements';
import { rolledBack } from '../sql/rolledBack';
import { documentedHistory, makeDocumentedTables, tellHistory } from './documentedHistories';

const RUNS = 60;
/** 3.1.1 selects columns that it does not group by. */
const INVALID = 'validation.attempts_by_scene_ever';
const NOT_GROUPED = '42803';

const directory = process.env['SPEC_DIR'];
if (!directory) {
  throw new Error(
    'SPEC_DIR is not set: give the folder with the specification, as in SPEC_DIR=../shared/spec npm run test:spec'
  );
}
const specification = readSpecification(directory);
const statements = statementsOf(specification.validation);
const documented = validation(DEFAULT_SETTINGS).queries.filter((query) => query.documented);
const pairs = documented.map((query): [string, Query, Statement | undefined] => [query.id, query, documentedBy(query)]);

/** The statement of the document that holds the words of the query's source. */
function documentedBy({ source }: Query): Statement | undefined {
  const at = isQuote(source) ? locate(specification, source) : undefined;
  return at?.found ? statements.find(({ line, end }) => line <= at.first && at.last <= end) : undefined;
}

type Row = Readonly<Record<string, unknown>>;

/** Rows of the columns that the query has, as the document names them, or by position where it gives no name. */
const comparable = (rows: readonly Row[], { columns }: Query) =>
  rows.map((row) =>
    Object.entries(columns).map(([name, type], i) => {
      const value = name in row ? row[name] : Object.values(row)[i];
      const isNumber = type === 'integer' || type === 'number' || type === 'percent';
      return isNumber && value !== null ? Number(Number(value).toPrecision(12)) : value;
    })
  );

/** Rows that the documented ORDER BY leaves in any order, in one order. */
const sorted = (rows: ReadonlyArray<readonly unknown[]>) => rows.map((row) => JSON.stringify(row)).sort();

/** Everything as the server writes it, without a reading of dates and numbers between. */
const AS_TEXT = { getTypeParser: () => (text: string) => text };

const rowsOf = async (client: Client, text: string): Promise<Row[]> =>
  (await client.query<Row>({ text, types: AS_TEXT })).rows;

const RANGE = { from: "now() - interval '1 minute'", to: 'now()', limit: '1' };

describe('the statements of document 1', () => {
  it('each have a query that means the same, and no two queries have the same one', () => {
    const lines = pairs.map(([, , statement]) => statement?.line);
    expect([...lines].sort((a, b) => Number(a) - Number(b))).toEqual(statements.map(({ line }) => line));
  });

  it('are corrected by queries of the catalog', () => {
    const ids = validation(DEFAULT_SETTINGS).queries.map(({ id }) => id);
    const unknown = documented.filter(({ documented: by }) => by?.correctedBy && !ids.includes(by.correctedBy));
    expect(unknown).toEqual([]);
  });

  describe.each(['UTC', 'Europe/Berlin', 'America/New_York'])('in a session in %s', (zone) => {
    it.each(pairs.filter(([id]) => id !== INVALID))('%s gives the rows of the document', (_, query, statement) =>
      rolledBack(async (client) => {
        await makeDocumentedTables(client);
        let most = 0;
        await fc.assert(
          fc.asyncProperty(documentedHistory, async (history) => {
            await client.query('SAVEPOINT history');
            await tellHistory(client, history);
            const expected = comparable(await rowsOf(client, statement?.sql ?? 'SELECT'), query);
            const found = comparable(await rowsOf(client, query.sql(RANGE)), query);
            await client.query('ROLLBACK TO history');
            most = Math.max(most, found.length);
            expect(sorted(found)).toEqual(sorted(expected));
            expect(inItsOrder(found, query, statement)).toEqual(inItsOrder(expected, query, statement));
          }),
          { numRuns: RUNS }
        );
        expect(most).toBeGreaterThan(0);
      }, zone)
    );
  });

  it('3.1.1 is refused by PostgreSQL, and the query gives the scenes it asks for', () =>
    rolledBack(async (client) => {
      await makeDocumentedTables(client);
      const attempts = (scene: string, count: number, days: number) =>
        Array.from({ length: count }, (_, i) => ({
          chat: 'a',
          role: 'assistant',
          content: 'Fixing it',
          scene,
          ago: days * 86_400 + i,
        }));
      const messages = [...attempts('long ago', 4, 400), ...attempts('at the limit', 3, 0)];
      await tellHistory(client, { messages, logs: [] });
      const [, query, statement] = pairs.find(([id]) => id === INVALID) ?? [];
      await client.query('SAVEPOINT refused');
      await expect(rowsOf(client, statement?.sql ?? '')).rejects.toMatchObject({ code: NOT_GROUPED });
      await client.query('ROLLBACK TO refused');
      const rows = await rowsOf(client, query?.sql(RANGE) ?? 'SELECT');
      expect(rows).toMatchObject([{ chat_id: 'a', scene_name: 'long ago', attempt_count: '4' }]);
    }));
});

/** The column that the document orders by, as far as it says. */
function inItsOrder(rows: ReadonlyArray<readonly unknown[]>, { columns }: Query, statement: Statement | undefined) {
  const orderedBy = /ORDER BY (\w+) DESC(?![^]*ORDER BY)/.exec(statement?.sql ?? '')?.[1] ?? '';
  const position = Object.keys(columns).indexOf(orderedBy);
  return position === -1 ? [] : rows.map((row) => row[position]);
}
