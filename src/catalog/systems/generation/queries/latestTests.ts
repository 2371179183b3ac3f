import { type Settings, type TestsColumn } from '../../../settings/settings';
import { identifier, tableName } from '../../../sql/identifier';
import { readInstant } from '../../../sql/instant';

/** A SELECT of the test of each error type: the open one, or the latest rejected one. Columns error_type, id (text), status. */
export function latestTests({ generation: { tests }, zones }: Settings): string {
  const column = (name: TestsColumn) => identifier(tests.columns[name]);
  const madeAt = readInstant({ column: tests.columns.created_at, type: tests.timestamps, zone: zones.timestamps });
  return `SELECT DISTINCT ON (${column('error_type')}) ${column('error_type')} AS error_type,
    CAST(${column('id')} AS text) AS id, ${column('status')} AS status
  FROM ${tableName(tests.table)}
  ORDER BY ${column('error_type')}, ${column('status')} = 'rejected', ${madeAt} DESC, ${column('id')} DESC`;
}
