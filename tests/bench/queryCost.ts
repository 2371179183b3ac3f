import { type Client } from 'pg';

import { readOnly } from '../../exporter/readOnly';
import { cpuMs } from './processUse';

/** Much longer than any statement: what is measured is its cost. */
const TIMEOUTS = { statementMs: 600_000, lockMs: 10_000 };
const ENOUGH_MS = 300;
const MOST_RUNS = 40;

/** Processor time of the server for one run of a statement, in the transaction in which the exporter runs it. */
export async function queryCost(client: Client, backend: number, sql: string): Promise<number> {
  // The first one warms the caches.
  await readOnly(client, sql, TIMEOUTS);
  const before = cpuMs(backend);
  let runs = 0;
  while (runs < MOST_RUNS && cpuMs(backend) - before < ENOUGH_MS) {
    await readOnly(client, sql, TIMEOUTS);
    runs += 1;
  }
  return (cpuMs(backend) - before) / runs;
}
