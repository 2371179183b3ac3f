import { type Settings } from '../../src/catalog/settings/settings';
import { identifier, tableName } from '../../src/catalog/sql/identifier';
import { readInstant } from '../../src/catalog/sql/instant';
import { literal } from '../../src/catalog/sql/literal';
import { ownTable } from '../../src/catalog/systems/generation/ownTables';

/** What the statements of a review name, as SQL. */
export interface ReviewTables {
  readonly tests: string;
  readonly id: string;
  readonly status: string;
  readonly reviewedBy: string;
  readonly reviewedAt: {
    readonly column: string;
    /** As timestamptz, whatever the zone of the session. */
    readonly read: string;
    /** Now, of the type of the column. */
    readonly now: string;
  };
  /** The audit table. */
  readonly reviews: string;
  readonly sweep: string;
}

/** The tests as the settings call them; what Genwatch adds lies beside the failures. */
export function reviewTables(settings: Settings): ReviewTables {
  const { tests, failures } = settings.generation;
  const zone = settings.zones.timestamps;
  const column = tests.columns.reviewed_at;
  const schema = failures.table.split('.').slice(0, -1);
  return {
    tests: tableName(tests.table),
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
