import { type Table } from '../../src/catalog/kinds/table';
import { identifier, tableName } from '../../src/catalog/sql/identifier';
import { regclass } from '../../src/catalog/sql/regclass';
import { script } from './script';

const ABOUT = `The tables that Genwatch reads, for the demo and for trying it out. An application that has its own needs none of this:
name them and their columns in genwatch.config.yaml. May be run again and again; a table that is there stays as it is.`;

export function schemaScript(all: readonly Table[]): string {
  const tables = all.filter(({ madeBy }) => madeBy === undefined);
  return script(ABOUT, [
    ...schemas(tables).map((schema) => ({ sql: `CREATE SCHEMA IF NOT EXISTS ${identifier(schema)}` })),
    ...tables.map((table) => ({
      says: `${table.holds} (${table.setting}).${table.optional ? ' Optional.' : ''}`,
      sql: createTable(table),
    })),
  ]);
}

const schemas = (tables: readonly Table[]): string[] => [
  ...new Set(tables.flatMap(({ name }) => (name.includes('.') ? name.split('.').slice(0, 1) : []))),
];

/** The index is made with the table or not at all: on a table full of rows it would stop every writer meanwhile. */
function createTable({ name, columns, time }: Table): string {
  const table = tableName(name);
  return `DO $$
BEGIN
  IF to_regclass(${regclass(name)}) IS NULL THEN
    CREATE TABLE ${table} (
${columns.map((column) => `      ${identifier(column.name)} ${column.type}`).join(',\n')}
    );
    -- Every query asks for a range of time first.
    CREATE INDEX ON ${table} (${identifier(time)});
  END IF;
END
$$`;
}
