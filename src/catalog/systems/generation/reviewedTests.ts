import { type ReviewedTests } from '../../kinds/reviewedTests';
import { type Settings } from '../../settings/settings';
import { identifier, tableName } from '../../sql/identifier';
import { readInstant } from '../../sql/instant';
import { literal } from '../../sql/literal';
import { ownTable } from './ownTables';

/** The tests as the settings call them; what Genwatch adds lies beside the failures. */
export function reviewedTests(settings: Settings): ReviewedTests {
  const { tests, failures } = settings.generation;
  const zone = settings.zones.timestamps;
  const column = tests.columns.reviewed_at;
  const schema = failures.table.split('.').slice(0, -1);
  return {
    table: tableName(tests.table),
    id: identifier(tests.columns.id),
    status: identifier(tests.columns.status),
    reviewedBy: identifier(tests.columns.reviewed_by),
    reviewedAt: {
      column: identifier(column),
      read: readInstant({ column, type: tests.timestamps, zone }),
      now: tests.timestamps === 'timestamptz' ? 'now()' : `(now() AT TIME ZONE ${literal(zone)})`,
    },
    reviews: tableName(ownTable(settings, 'reviews')),
    sweep: tableName([...schema, 'genwatch_sweep_strikes'].join('.')),
  };
}
