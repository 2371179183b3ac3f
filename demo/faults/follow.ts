import { until } from '../servers/until';
import { type Stack } from '../stack/stackFile';
import { activeOf, includes, toldAt, type Labelled } from './notifications';

const EVERY = 500;
/** How much later than due something may come before nobody waits any longer, milliseconds. */
const PATIENCE = 60_000;

export interface Followed extends Labelled {
  readonly component: string;
}

/** How long each stage took from `since` on, in seconds. */
export interface Delays {
  readonly alertmanager: number;
  readonly console: number;
}

/**
 * Waits until Alertmanager holds the alert (or no longer does) and the console was told. `since` is when the fault was
 * raised (or cleared), `due` when the console should know at the latest; both in milliseconds.
 * @throws Error when it is a minute late
 */
export async function follow(
  stack: Stack,
  alert: Followed,
  becomes: 'firing' | 'resolved',
  { since, due }: { readonly since: number; readonly due: number }
): Promise<Delays> {
  const alertmanager = await whenTrue(`${named(alert)} is ${becomes} in Alertmanager`, due, async () => {
    const held = includes(await activeOf(stack, alert.component), alert);
    return held === (becomes === 'firing') ? Date.now() : undefined;
  });
  const console = await whenTrue(`the console is told that ${named(alert)} is ${becomes}`, due, () =>
    toldAt(stack, alert, becomes, since)
  );
  return { alertmanager: (alertmanager - since) / 1000, console: (console - since) / 1000 };
}

const named = ({ alertname, severity }: Labelled) => `${alertname} (${severity})`;

async function whenTrue(what: string, due: number, find: () => Promise<number | undefined>): Promise<number> {
  let found: number | undefined;
  await until(async () => (found = await find()) !== undefined, {
    what,
    timeoutMs: Math.max(0, due + PATIENCE - Date.now()),
    everyMs: EVERY,
  });
  return found ?? Date.now();
}
