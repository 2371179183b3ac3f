import { type ClientBase } from 'pg';

/** The role that the exporter of the demo connects with: only on a server of the demo's own. */
const READER = 'genwatch_reader';

/** The role; nothing when the database is somebody else's, and the exporter reads it as its owner. */
export async function findReader(client: ClientBase): Promise<string | undefined> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [READER]);
  return rowCount === 0 ? undefined : READER;
}

/** @throws Error when there is no such role */
export async function reader(client: ClientBase): Promise<string> {
  const role = await findReader(client);
  if (role === undefined) {
    throw new Error(
      `This database has no role ${READER}: the stack runs on a server of yours. Start it without DATABASE_URL to try this fault.`
    );
  }
  return role;
}
