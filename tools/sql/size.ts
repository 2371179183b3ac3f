import { type PartialIndex, type Table } from '../../src/catalog/kinds/table';
import { identifier, tableName } from '../../src/catalog/sql/identifier';
import { literal } from '../../src/catalog/sql/literal';
import { indexName } from './indexStatements';
import { regclass } from '../../src/catalog/sql/regclass';
import { type Step } from './script';

/** Enough pages for a good guess, read in about a second. */
const SAMPLE_BYTES = 16 * 1024 * 1024;
/** Of an entry: its header, the pointer to it, the time. */
const ENTRY_BYTES = 8 + 4 + 8;
/** B-trees are filled to this share. */
const FILL = 0.9;

const SAYS = `How large the indexes will be, guessed from a sample of the table. Reads only.
An entry cannot be larger than 2.7 kB, and a row whose entry would be is refused from then on: leave out an index whose
longest_entry comes near.`;

/** What each index of the acceleration will take; columns index, finds, entries, size, longest_entry, is_there. */
export const sizeStep = (table: Table): Step => ({ says: SAYS, sql: sizeOf(table) });

function sizeOf(table: Table): string {
  const names = table.acceleration.map(
    (index, i) => `  (${i + 1}, ${literal(indexName(table, index))}, ${literal(index.finds)})`
  );
  const entries = table.acceleration.map(
    (index, i) => `    (${i + 1}, CASE WHEN ${index.where} THEN ${entryBytes(index)} END)`
  );
  return `WITH named (position, index, finds) AS (VALUES
${names.join(',\n')}
), stored AS (
  SELECT coalesce(sum(pg_relation_size(relid)) FILTER (WHERE isleaf), pg_relation_size(${regclass(table.name)})) AS bytes
  FROM pg_partition_tree(${regclass(table.name)})
), sample AS (
  SELECT CAST(least(100, 100.0 * ${SAMPLE_BYTES} / greatest(bytes, 1)) AS real) AS percent FROM stored
), entry AS (
  SELECT position, bytes
  FROM ${tableName(table.name)} TABLESAMPLE SYSTEM ((SELECT percent FROM sample)),
  LATERAL (VALUES
${entries.join(',\n')}
  ) AS of_index (position, bytes)
  WHERE bytes IS NOT NULL
)
SELECT index, finds, CAST(count(bytes) * 100 / max(percent) AS bigint) AS entries,
  pg_size_pretty(CAST(8192 + coalesce(sum(bytes), 0) * 100 / max(percent) / ${FILL} AS bigint)) AS size,
  pg_size_pretty(CAST(coalesce(max(bytes), 0) AS bigint)) AS longest_entry,
  EXISTS (SELECT FROM pg_class WHERE relname = index) AS is_there
FROM sample CROSS JOIN named LEFT JOIN entry USING (position)
GROUP BY position, index, finds
ORDER BY position`;
}

const entryBytes = ({ include }: PartialIndex): string =>
  include.length === 0
    ? String(ENTRY_BYTES)
    : `${ENTRY_BYTES} + (${include.map((column) => `coalesce(pg_column_size(${identifier(column)}), 0)`).join(' + ')} + 7) / 8 * 8`;
