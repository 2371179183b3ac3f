import { type ClientBase } from 'pg';
import { HOUR } from '../../plan/time';
import { kindOfType } from '../plan/errorKinds';
import { PROJECT_PREFIX } from '../plan/people';

interface Waiting {
  readonly id: string;
  readonly error_type: string;
  readonly created: number;
}

/**
 * Writes the reviews that the plan has up to `until`, milliseconds. Only the first test of an error type is reviewed so:
 * what comes of it after somebody rejected that waits for a person, and so does every test of other types.
 */
export async function reviewTests(client: ClientBase, until: number): Promise<void> {
  const { rows } = await client.query<Waiting>(
    `SELECT test.id, test.error_type, extract(epoch FROM test.created_at)::float8 * 1000 AS created
     FROM auto_generated_tests AS test JOIN generation_failures AS failure ON failure.id = test.created_from_failure_id
     WHERE test.status = 'proposed' AND starts_with(failure.project_id, $1) AND NOT EXISTS (
       SELECT FROM auto_generated_tests AS other WHERE other.error_type = test.error_type AND other.id < test.id
     )`,
    [PROJECT_PREFIX]
  );
  for (const { id, error_type: type, created } of rows) {
    const review = kindOfType(type)?.review;
    const at = Math.floor(created) + (review?.afterHours ?? 0) * HOUR;
    if (review && at <= until) {
      const values = [id, review.verdict, review.by, new Date(at).toISOString()];
      await client.query(
        `UPDATE auto_generated_tests SET status = $2, reviewed_by = $3, reviewed_at = $4 WHERE id = $1`,
        values
      );
      if (await isAudited(client)) {
        await client.query(
          `INSERT INTO auto_generated_test_reviews (test_id, verdict, reviewed_by, reviewed_at, reason, request_id)
           VALUES ($1, $2, $3, $4, $5, gen_random_uuid())`,
          [...values, review.reason ?? null]
        );
      }
    }
  }
}

/** Only where reviews are written by a role of their own is there a table of who said what. */
async function isAudited(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('auto_generated_test_reviews') IS NOT NULL AS there`
  );
  return rows[0]?.there ?? false;
}
