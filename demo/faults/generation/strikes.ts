import { type ClientBase } from 'pg';

/** What makes tests of failures, as the script of `genwatch sql three-strikes` calls it. */
const TRIGGER = 'genwatch_three_strikes';

/** Whether the trigger is on; nothing when there is none. */
async function isOn(client: ClientBase): Promise<boolean | undefined> {
  const { rows } = await client.query<{ on: boolean }>(
    `SELECT tgenabled <> 'D' AS on FROM pg_trigger WHERE tgrelid = to_regclass('generation_failures') AND tgname = $1`,
    [TRIGGER]
  );
  return rows[0]?.on;
}

/** @throws Error when the database makes no tests at all, or, where it has to be on, no longer */
export async function requireTrigger(client: ClientBase, state: 'there' | 'on'): Promise<void> {
  const on = await isOn(client);
  if (on === false && state === 'on') {
    throw new Error('The trigger is off: switch it on with `npm run demo:fault -- --clear trigger-broken` first.');
  }
  if (on === undefined) {
    throw new Error(
      'This database makes no tests of failures: run the script of `npx genwatch sql three-strikes` in it to try this fault.'
    );
  }
}

export const switchOff = (client: ClientBase) =>
  client.query(`ALTER TABLE generation_failures DISABLE TRIGGER ${TRIGGER}`);

/** Answers whether it was off. */
export async function switchOn(client: ClientBase): Promise<boolean> {
  const wasOff = (await isOn(client)) === false;
  if (wasOff) {
    await client.query(`ALTER TABLE generation_failures ENABLE TRIGGER ${TRIGGER}`);
  }
  return wasOff;
}
