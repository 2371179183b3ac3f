import { type Fault } from './fault';
import { findReader, reader } from './reader';

/** Somebody tightened the permissions: the exporter may no longer read the messages. */
export const sourceFailing: Fault = {
  id: 'source-failing',
  title: 'the exporter may not read the messages',
  raises: [{ alert: 'GenwatchSourceFailing', level: 'critical' }],
  async raise({ database }) {
    await database(async (client) => client.query(`REVOKE SELECT ON messages FROM ${await reader(client)}`));
    return 'Took the right to read the messages from the role of the exporter.';
  },
  clear: ({ database }) =>
    database(async (client) => {
      const role = (await findReader(client)) ?? null;
      const { rows } = await client.query<{ may: boolean }>(
        `SELECT has_any_column_privilege($1, 'messages', 'SELECT') AS may`,
        [role]
      );
      if (rows[0]?.may !== false) {
        return undefined;
      }
      await client.query(`GRANT SELECT ON messages TO ${role}`);
      return 'The exporter may read the messages again.';
    }),
};
