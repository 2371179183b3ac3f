import { readFile } from 'node:fs/promises';
import { type Command } from 'commander';
import { FAULTS } from '../../../demo/faults';
import { total, wayInWords, wayToFiring, wayToResolved } from '../../../demo/faults/due';
import { type Fault, type FaultContext, type Raised } from '../../../demo/faults/fault';
import { follow, type Followed } from '../../../demo/faults/follow';
import { alertNamed } from '../../../demo/faults/lookup';
import { activeOf, includes } from '../../../demo/faults/notifications';
import { stackContext } from '../../../demo/faults/stackContext';
import { PROJECT_ROOT } from '../../../demo/servers/dataFolder';
import { settingsFile } from '../../../demo/stack/bundle';
import { readStack, type Stack } from '../../../demo/stack/stackFile';
import { isSameProcess } from '../../../demo/stack/takeOver';
import { buildCatalog } from '../../../src/catalog/catalog';
import { enabledLevels } from '../../../src/catalog/kinds/alert';
import { suggestion } from '../../../src/catalog/settings/nearest';
import { SYSTEMS } from '../../../src/catalog/systems';
import { loadSettings } from '../../generate/loadSettings';

interface FaultOptions {
  readonly list?: boolean;
  readonly clear?: boolean | string;
  readonly wait?: boolean;
}

/** A running stack with what it takes to break it. */
interface Target {
  readonly stack: Stack;
  readonly context: FaultContext;
}

export function registerFault(program: Command): void {
  program
    .command('fault')
    .description('break something in the running demo, and see the alert arrive')
    .argument('[fault]', FAULTS.map(({ id }) => id).join(', '))
    .option('--list', 'tell the faults and what they raise')
    .option('--clear [fault]', 'take a fault back, or all of them')
    .option('--wait', 'follow until the alert has arrived, or is resolved, and tell how long that took')
    .action(fault);
}

async function fault(id: string | undefined, { list, clear, wait = false }: FaultOptions): Promise<void> {
  if (list || (id === undefined && clear === undefined)) {
    say(listed());
    return;
  }
  // Both `--clear infinite-loop` and `infinite-loop --clear` are natural.
  const wanted = typeof clear === 'string' ? clear : id;
  const faults = wanted === undefined ? FAULTS : [faultNamed(wanted)];
  const target = await runningStack();
  for (const one of faults) {
    await (clear === undefined ? raise(one, target, wait) : takeBack(one, target, wait));
  }
}

async function raise(one: Fault, { stack, context }: Target, wait: boolean): Promise<void> {
  say(`${one.id}: ${one.title}`);
  const before = await Promise.all(one.raises.map((raised) => heldBefore(raised, stack, context)));
  const since = Date.now();
  say(`  ${await one.raise(context)}`);
  const dues = before.map((state) => ({ ...state, due: announceFiring(state, context, since) }));
  say(
    `  Look at the alert console ${stack.services.console?.url}, or Alertmanager ${stack.services.alertmanager?.url}`
  );
  say(`  Take it back with: npm run demo:fault -- --clear ${one.id}`);
  for (const { followed, due } of dues) {
    if (wait && due !== undefined) {
      const delays = await follow(stack, followed, 'firing', { since, due });
      say(
        `  ${followed.alertname} fires: in Alertmanager after ${rounded(delays.alertmanager)}, on the console after ${rounded(delays.console)}.`
      );
    }
  }
}

async function takeBack(one: Fault, { stack, context }: Target, wait: boolean): Promise<void> {
  say(`${one.id}: cleared`);
  const before = await Promise.all(one.raises.map((raised) => heldBefore(raised, stack, context)));
  say(`  ${await one.clear(context)}`);
  // From here on all is well again: a service that had to be started answers now.
  const since = Date.now();
  for (const { raised, followed, held } of before) {
    if (!held) {
      say(`  ${followed.alertname} does not fire.`);
      continue;
    }
    const way = wayToResolved(alertNamed(context.catalog, raised.alert), context.catalog.settings);
    const due = since + total(way) * 1000;
    say(
      `  ${followed.alertname} (${followed.severity}) resolves by ${clock(due)}, within ${total(way)} s: ${wayInWords(way)}.`
    );
    if (wait) {
      const delays = await follow(stack, followed, 'resolved', { since, due });
      say(
        `  ${followed.alertname} is resolved: in Alertmanager after ${rounded(delays.alertmanager)}, on the console after ${rounded(delays.console)}.`
      );
    }
  }
}

/** Where an alert stands before something is done about it. */
interface Standing {
  readonly raised: Raised;
  readonly followed: Followed;
  /** Alertmanager has this very alert already. */
  readonly held: boolean;
  /** Alertmanager has any alert of its component already. */
  readonly grouped: boolean;
}

async function heldBefore(raised: Raised, stack: Stack, { catalog }: FaultContext): Promise<Standing> {
  const { component } = alertNamed(catalog, raised.alert);
  const followed = { alertname: raised.alert, severity: catalog.settings.severities[raised.level], component };
  const active = await activeOf(stack, component);
  return { raised, followed, held: includes(active, followed), grouped: active.length > 0 };
}

/** Tells when the alert is due. Returns that instant in milliseconds, or nothing when none will come. */
function announceFiring(
  { raised, followed, held, grouped }: Standing,
  { catalog }: FaultContext,
  since: number
): number | undefined {
  const alert = alertNamed(catalog, raised.alert);
  const name = `${followed.alertname} (${followed.severity})`;
  if (!enabledLevels(alert, catalog.settings).includes(raised.level)) {
    say(`  ${name} is disabled in genwatch.config.yaml: no alert will come.`);
    return undefined;
  }
  if (held) {
    say(`  ${name} fires already: no other notification will come.`);
    return undefined;
  }
  const way = wayToFiring(alert, raised.level, catalog.settings, grouped ? 'existing' : 'new');
  const due = since + total(way) * 1000;
  say(`  ${name} is due by ${clock(due)}, within ${total(way)} s: ${wayInWords(way)}.`);
  return due;
}

function listed(): string {
  const width = Math.max(...FAULTS.map(({ id }) => id.length)) + 2;
  return [
    'Faults of the demo, and the alerts they raise:',
    ...FAULTS.map(({ id, title, raises }) => {
      const alerts = raises.map(({ alert, level }) => `${alert} (${level})`).join(', ');
      return `  ${id.padEnd(width)}${title}: ${alerts}`;
    }),
    'Raise one: npm run demo:fault -- <fault>    take all back: npm run demo:fault -- --clear',
  ].join('\n');
}

function faultNamed(id: string): Fault {
  const known = FAULTS.find((one) => one.id === id);
  if (!known) {
    throw new Error(
      `There is no fault "${id}": ${suggestion(
        id,
        FAULTS.map((one) => one.id)
      )}`
    );
  }
  return known;
}

async function runningStack(): Promise<Target> {
  const stack = readStack();
  if (!stack || !isSameProcess(stack.supervisor)) {
    throw new Error('No stack of this checkout runs. Start it in another terminal with: npm start');
  }
  if (!stack.ready) {
    throw new Error('The stack is being started or stopped. Try again when `npm start` says that it is ready.');
  }
  const settings = await loadSettings(settingsFile(PROJECT_ROOT), SYSTEMS, (file) => readFile(file, 'utf8'));
  return { stack, context: stackContext(stack, buildCatalog(SYSTEMS, settings)) };
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const clock = (instant: number): string => `${new Date(instant).toISOString().slice(11, 19)} UTC`;
const rounded = (duration: number): string => `${Math.round(duration)} s`;
