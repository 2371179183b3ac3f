import { type Client } from 'pg';

import { loggedFailure } from './fillFailures';

/** One way of writing failures. */
export interface Writing {
  readonly title: string;
  /** At most so many times as long as without Genwatch; without it only told. */
  readonly goal?: number;
  readonly write: (writers: readonly Client[], round: number) => Promise<unknown>;
}

/** Of each writer, one after the other, each a transaction. */
const INSERTS = 100;
const BULK_ROWS = 10_000;

const COLUMNS = Object.keys(loggedFailure('', 0));
const ONE = {
  name: 'one failure',
  text: `INSERT INTO generation_failures (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map((_, i) => `$${i + 1}`).join(', ')})`,
};
/** As Supabase's API inserts many rows. */
const MANY = `INSERT INTO generation_failures (${COLUMNS.join(', ')})
  SELECT ${COLUMNS.join(', ')} FROM json_populate_recordset(NULL::generation_failures, $1)`;

type TypeOf = (round: number, n: number) => string;

const singly =
  (type: TypeOf, classified = true): Writing['write'] =>
  (writers, round) =>
    Promise.all(
      writers.map(async (writer, i) => {
        for (let n = i * INSERTS; n < (i + 1) * INSERTS; n += 1) {
          await writer.query({ ...ONE, values: Object.values(loggedFailure(type(round, n), n, classified)) });
        }
      })
    );

const atOnce =
  (type: TypeOf, classified = true): Writing['write'] =>
  async ([writer], round) => {
    const rows = Array.from({ length: BULK_ROWS }, (_, n) => loggedFailure(type(round, n), n, classified));
    await writer?.query(MANY, [JSON.stringify(rows)]);
  };

/** New in each round, so that its strikes are really counted. */
const same: TypeOf = (round) => `Round ${round}`;
/** A tenth are new in each round; the others have their tests, as nearly all errors have that keep coming. */
function mixed(round: number, n: number): string {
  const type = (n * 7919) % 1000;
  return type % 10 === 0 ? `Round ${round} ${type}` : `Type ${type}`;
}

export const WRITINGS: readonly Writing[] = [
  { title: '50 writers, one error type', goal: 2, write: singly(same) },
  { title: '50 writers, 1 000 error types', goal: 2, write: singly(mixed) },
  { title: '10 000 rows at once, one error type', goal: 2, write: atOnce(same) },
  { title: '10 000 rows at once, 1 000 error types', goal: 2, write: atOnce(mixed) },
  { title: '50 writers, classified by the database', write: singly(mixed, false) },
  { title: '10 000 rows at once, classified so', write: atOnce(mixed, false) },
];

/** Milliseconds. */
export async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
