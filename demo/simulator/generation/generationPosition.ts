import { type ClientBase } from 'pg';
import { PROJECT_PREFIX } from './plan/people';

/** Newest of the simulator's generations in the tables, and the database's clock; milliseconds. */
export async function generationPosition(
  client: ClientBase
): Promise<{ readonly newest: number | undefined; readonly now: number }> {
  const newest = (table: string) =>
    `(SELECT created_at FROM ${table} WHERE starts_with(project_id, $1) ORDER BY created_at DESC LIMIT 1)`;
  const { rows } = await client.query<{ newest: string | null; now: string }>(
    `SELECT floor(extract(epoch FROM greatest(${newest('generation_analytics')}, ${newest('generation_failures')})) * 1000)::text AS newest,
            floor(extract(epoch FROM clock_timestamp()) * 1000)::text AS now`,
    [PROJECT_PREFIX]
  );
  const row = rows[0];
  return { newest: row?.newest ? Number(row.newest) : undefined, now: Number(row?.now) };
}
