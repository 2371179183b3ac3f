import { type ClientBase } from 'pg';

import { logLines } from './logLines';
import { type Validation } from './validations';

/** Inserts what the application logs at these validations, in one statement. */
export async function writeLogs(client: ClientBase, validations: readonly Validation[]): Promise<void> {
  const lines = validations.flatMap(logLines);
  if (lines.length > 0) {
    await client.query(
      `INSERT INTO logs (message, created_at)
       SELECT message, created_at
       FROM unnest($1::text[], $2::timestamptz[]) WITH ORDINALITY AS line (message, created_at, number)
       ORDER BY number`,
      [lines.map(({ message }) => message), lines.map(({ at }) => new Date(at).toISOString())]
    );
  }
}
