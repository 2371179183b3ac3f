import { type ClientBase } from 'pg';
import { PROJECT_PREFIX } from '../plan/people';

/** The trigger dates a test by the clock: those that this transaction's failures made are as old as the failures. */
export async function stampTests(client: ClientBase): Promise<void> {
  await client.query(
    `UPDATE auto_generated_tests AS test SET created_at = failure.created_at
     FROM generation_failures AS failure
     WHERE failure.id = test.created_from_failure_id AND starts_with(failure.project_id, $1)
       AND test.created_at >= transaction_timestamp() AND test.created_at > failure.created_at`,
    [PROJECT_PREFIX]
  );
}
