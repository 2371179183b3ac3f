import { type Table } from '../../src/catalog/kinds/table';
import { identifier, tableName } from '../../src/catalog/sql/identifier';
import { literal } from '../../src/catalog/sql/literal';
import { attachIndex, createIndex, createOuterIndex, dropIndex, INDEX_PREFIX, indexName } from './indexStatements';
import { regclass } from '../../src/catalog/sql/regclass';
import { comment, script, type Step } from './script';
import { sizeStep } from './size';

const ABOUT = `Optional: indexes from which the exporter's queries are answered without a look at the table. They cost disk space, and a
little of every INSERT. Writers and readers go on while they are built.

  psql -d <your database> -f <this file>     as the owner of the table; not inside a transaction, so not with -1

The conditions are those of your phrases and patterns: after changing these, print this again, run it, and drop what the
last statement calls unused. An index that it calls broken was not
finished: drop it, and run this again.`;

const SIZE_ABOUT = `How large the indexes of acceleration.sql will be. Run this first.

  psql -d <your database> -f <this file>`;

/** Sizes first, then the indexes, then what became of them. */
export const accelerationScript = (tables: readonly Table[], partitions: readonly string[] = []): string =>
  accelerated(tables)
    .map((table) =>
      [
        script(ABOUT, [
          sizeStep(table),
          ...noLimits,
          ...vacuuming(table, partitions),
          ...(partitions.length > 0 ? onPartitions(table, partitions) : onTable(table)),
          {
            says: 'An index answers alone only for pages that a vacuum has seen. This one blocks nobody.',
            sql: `VACUUM (ANALYZE) ${tableName(table.name)}`,
          },
          { says: 'What is there now.', sql: state(table) },
        ]),
        `${comment(timeIndex(table))}\n`,
        `${comment(['To undo all of it:', '', ...drops(table, partitions).map(({ sql }) => `${sql};`)].join('\n'))}\n`,
      ].join('\n')
    )
    .join('\n');

export const sizeScript = (tables: readonly Table[]): string =>
  accelerated(tables)
    .map((table) => script(SIZE_ABOUT, [sizeStep(table)]))
    .join('\n');

export const dropScript = (tables: readonly Table[], partitions: readonly string[] = []): string =>
  accelerated(tables)
    .map((table) => script('Takes back what the acceleration did.', drops(table, partitions)))
    .join('\n');

const accelerated = (tables: readonly Table[]) => tables.filter(({ acceleration }) => acceleration.length > 0);

const noLimits: readonly Step[] = [
  {
    says: 'Building takes as long as it takes. It waits for transactions that began before it, and holds nobody up meanwhile.',
    sql: 'SET statement_timeout = 0',
  },
  { sql: 'SET lock_timeout = 0' },
];

/** Partitions have their own setting: the partitioned table has none. */
const vacuuming = ({ name }: Table, partitions: readonly string[]): Step[] =>
  (partitions.length > 0 ? partitions : [name]).map((table) => ({
    // squawk asks for a transaction, so that half of a script can be run again: this one can anyway.
    says: `Vacuum after 1 % of new rows instead of 20 %, so that the indexes go on answering alone.
squawk-ignore prefer-robust-stmts`,
    sql: `ALTER TABLE ${tableName(table)} SET (autovacuum_vacuum_insert_scale_factor = 0.01)`,
  }));

const onTable = (table: Table): Step[] =>
  table.acceleration.map((index) => ({ says: `For ${index.finds}.`, sql: createIndex(table, index) }));

const onPartitions = (table: Table, partitions: readonly string[]): Step[] =>
  table.acceleration.flatMap((index) => [
    ...partitions.map((partition, i) => ({
      ...(i === 0 && {
        says: `For ${index.finds}: on each partition, then joined to one. Later partitions get theirs.`,
      }),
      sql: createIndex(table, index, partition),
    })),
    { sql: createOuterIndex(table, index) },
    ...partitions.map((partition) => ({ sql: attachIndex(table, index, partition) })),
  ]);

/** Most tables have it, under a name that only their owner knows. */
const timeIndex = ({ name, time }: Table): string =>
  `All of this comes second to an index over the time, from which every other query starts. Where there is none yet:

CREATE INDEX CONCURRENTLY ON ${tableName(name)} (${identifier(time)});`;

const drops = (table: Table, partitions: readonly string[]): Step[] => [
  ...table.acceleration.map((index) => ({ sql: dropIndex(table, index, partitions.length > 0) })),
  ...(partitions.length > 0 ? partitions : [table.name]).map((name) => ({
    sql: `ALTER TABLE ${tableName(name)} RESET (autovacuum_vacuum_insert_scale_factor)`,
  })),
];

/** Columns index, size, state: ready, unused (of other settings), broken (its build was broken off). */
const state = (
  table: Table
): string => `SELECT pg_class.relname AS index, pg_size_pretty(pg_relation_size(pg_class.oid)) AS size,
  CASE
    WHEN NOT indisvalid THEN 'broken'
    WHEN pg_class.relname IN (${table.acceleration.map((index) => literal(indexName(table, index))).join(', ')}) THEN 'ready'
    ELSE 'unused'
  END AS state
FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
WHERE indrelid = ${regclass(table.name)}::regclass AND starts_with(pg_class.relname, ${literal(INDEX_PREFIX)})
ORDER BY pg_class.relname`;
