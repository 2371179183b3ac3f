import { createHash } from 'node:crypto';
import { type PartialIndex, type Table } from '../../src/catalog/kinds/table';
import { identifier, tableName } from '../../src/catalog/sql/identifier';

/** Names of this kind are Genwatch's own. */
export const INDEX_PREFIX = 'genwatch_';

/** Holds a digest of the definition: an index of other settings has another name, so none is taken for one that it is not. */
export const indexName = (table: Table, index: PartialIndex): string =>
  `${INDEX_PREFIX}${index.id}_${digest(JSON.stringify([table.name, table.time, index.include, index.where]))}`;

/** @param partition of a partitioned table, where the table itself cannot be indexed while it is written to */
export function createIndex(table: Table, index: PartialIndex, partition?: string): string {
  const name = partition === undefined ? indexName(table, index) : partitionIndexName(table, index, partition);
  return `CREATE INDEX CONCURRENTLY IF NOT EXISTS ${identifier(name)}
  ON ${tableName(partition ?? table.name)} ${definition(table, index)}`;
}

/** On the partitioned table: holds nothing itself, and makes every later partition have its own. */
export const createOuterIndex = (table: Table, index: PartialIndex): string =>
  `CREATE INDEX IF NOT EXISTS ${identifier(indexName(table, index))}
  ON ONLY ${tableName(table.name)} ${definition(table, index)}`;

export const attachIndex = (table: Table, index: PartialIndex, partition: string): string =>
  `ALTER INDEX ${inSchemaOf(table.name, indexName(table, index))}
  ATTACH PARTITION ${inSchemaOf(partition, partitionIndexName(table, index, partition))}`;

/** CONCURRENTLY cannot be had for the index of a partitioned table. */
export const dropIndex = (table: Table, index: PartialIndex, partitioned: boolean): string =>
  `DROP INDEX ${partitioned ? '' : 'CONCURRENTLY '}IF EXISTS ${inSchemaOf(table.name, indexName(table, index))}`;

const definition = ({ time }: Table, { include, where }: PartialIndex): string =>
  `(${identifier(time)})${include.length > 0 ? ` INCLUDE (${include.map(identifier).join(', ')})` : ''}
  WHERE ${where}`;

const partitionIndexName = (table: Table, index: PartialIndex, partition: string): string =>
  `${indexName(table, index)}_${digest(partition)}`;

/** An index lies in the schema of its table. */
const inSchemaOf = (table: string, name: string): string =>
  tableName([...table.split('.').slice(0, -1), name].join('.'));

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);
