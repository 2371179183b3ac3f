import { Client } from 'pg';

import { buildCatalog } from '../../../src/catalog/catalog';
import { DEFAULT_SETTINGS } from '../../../src/catalog/settings/defaults';
import { type Settings } from '../../../src/catalog/settings/settings';
import { SYSTEMS } from '../../../src/catalog/systems';
import { threeStrikesScript } from '../../../tools/sql/threeStrikes/threeStrikesScript';
import { ownSchema } from '../ownSchema';

/** The generator's tables with everything that learns from them, committed for real. */
export interface OwnGenerator {
  readonly client: Client;
  /** More sessions on the same tables; ended afterwards. */
  readonly connect: (count: number) => Promise<Client[]>;
  readonly fail: (errorType: string, options?: Failure) => Promise<void>;
  readonly sweep: () => Promise<number>;
  readonly tests: () => Promise<StoredTest[]>;
  readonly count: (table: string) => Promise<number>;
}

interface Failure {
  readonly client?: Client;
  /** SQL; default `now()`. */
  readonly at?: string;
  readonly message?: string;
  readonly rows?: number;
}

interface StoredTest {
  readonly id: string;
  readonly error_type: string;
  readonly status: string;
}

export const ownGenerator = <T>(
  name: string,
  work: (own: OwnGenerator) => Promise<T>,
  settings: Settings = DEFAULT_SETTINGS
): Promise<T> =>
  ownSchema(name, async ({ client, url }) => {
    // Twice, as people do.
    for (let run = 0; run < 2; run += 1) {
      await client.query(threeStrikesScript(buildCatalog(SYSTEMS, settings)));
    }
    const others: Client[] = [];
    try {
      return await work({
        client,
        connect: async (count) => {
          const clients = Array.from({ length: count }, () => new Client({ connectionString: url }));
          others.push(...clients);
          await Promise.all(clients.map((other) => other.connect()));
          return clients;
        },
        fail: async (errorType, { client: by = client, at = 'now()', message = 'it broke', rows = 1 } = {}) =>
          void (await by.query(
            `INSERT INTO generation_failures (error_type, error_message, created_at)
            SELECT $1, $2, ${at} FROM generate_series(1, ${rows})`,
            [errorType, message]
          )),
        sweep: async () =>
          (await client.query<{ made: number }>('SELECT genwatch_sweep_strikes() AS made')).rows[0]?.made ?? NaN,
        tests: async () =>
          (await client.query<StoredTest>('SELECT id, error_type, status FROM auto_generated_tests ORDER BY id')).rows,
        count: async (table) =>
          (await client.query<{ rows: number }>(`SELECT count(*)::int AS rows FROM ${table}`)).rows[0]?.rows ?? NaN,
      });
    } finally {
      await Promise.all(others.map((other) => other.end()));
    }
  });
