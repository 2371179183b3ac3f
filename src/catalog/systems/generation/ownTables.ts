import { type Settings } from '../../settings/settings';

/** Genwatch's own tables and views. They stand beside the table of failures, in its schema. */
const OWN_TABLES = {
  occurrences: 'generation_failure_occurrences',
  queue: 'genwatch_strike_queue',
  errors: 'genwatch_strike_errors',
  versions: 'auto_generated_test_versions',
  reviews: 'auto_generated_test_reviews',
  events: 'genwatch_failure_events',
} as const;
type OwnTable = keyof typeof OWN_TABLES;

/** `name`, or `schema.name` where the settings name the schema of the failures. */
export function ownTable({ generation }: Settings, table: OwnTable): string {
  const schema = generation.failures.table.split('.').slice(0, -1);
  return [...schema, OWN_TABLES[table]].join('.');
}
