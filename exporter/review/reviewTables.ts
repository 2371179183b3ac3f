import { type Settings } from '../../src/catalog/settings/settings';
import { identifier, tableName } from '../../src/catalog/sql/identifier';

/** What the statements of a review name, as SQL. */
export interface ReviewTables {
  readonly tests: string;
  readonly id: string;
  readonly status: string;
  readonly reviewedBy: string;
  readonly reviewedAt: string;
  /** The audit table. */
  readonly reviews: string;
  readonly sweep: string;
}

/** The tests as the settings call them; what Genwatch adds lies in the schema of the failures. */
export function reviewTables({ generation: { tests, failures } }: Settings): ReviewTables {
  const [schema] = failures.table.includes('.') ? failures.table.split('.') : [];
  const added = (name: string) => tableName(schema === undefined ? name : `${schema}.${name}`);
  return {
    tests: tableName(tests.table),
    id: identifier(tests.columns.id),
    status: identifier(tests.columns.status),
    reviewedBy: identifier(tests.columns.reviewed_by),
    reviewedAt: identifier(tests.columns.reviewed_at),
    reviews: added('auto_generated_test_reviews'),
    sweep: added('genwatch_sweep_strikes'),
  };
}
