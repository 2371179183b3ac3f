import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Command } from 'commander';
import { FAULTS } from '../../../demo/faults';
import {
  total,
  wayAfterwards,
  wayInWords,
  wayToFiring,
  wayToResolved,
  wayToRule,
  type Stretch,
} from '../../../demo/faults/due';
import { type Fault, type FaultContext, type Raised } from '../../../demo/faults/fault';
import { follow, type Followed } from '../../../demo/faults/follow';
import { alertNamed } from '../../../demo/faults/lookup';
import { activeOf, includes, stateInPrometheus } from '../../../demo/faults/notifications';
import { stackContext } from '../../../demo/faults/stackContext';
import { readStack, type Stack } from '../../../demo/stack/stackFile';
import { isSameProcess } from '../../../demo/stack/takeOver';
import { buildCatalog } from '../../../src/catalog/catalog';
import { enabledLevels } from '../../../src/catalog/kinds/alert';
import { nearest } from '../../../src/catalog/settings/nearest';
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
  const expected: Expected[] = [];
  let done = 0;
  for (const one of faults) {
    const notifications = await (clear === undefined ? raise(one, target) : takeBack(one, target));
    expected.push(...(notifications ?? []));
    done += notifications === undefined ? 0 : 1;
  }
  if (done === 0) {
    say(
      wanted === undefined
        ? 'No fault was raised: there is nothing to take back.'
        : `${wanted} was not raised: there is nothing to take back.`
    );
  }
  if (wait) {
    await Promise.all(expected.map((one) => waitFor(one, target)));
  }
}

/** A notification that should come; instants in milliseconds. */
interface Expected {
  readonly alert: Followed;
  readonly becomes: 'firing' | 'resolved';
  readonly since: number;
  readonly due: number;
}

async function raise(one: Fault, target: Target): Promise<Expected[]> {
  const { stack, context } = target;
  say(`${one.id}: ${one.title}`);
  const before = await Promise.all(one.raises.map((raised) => standing(raised, stack, context)));
  const since = Date.now();
  say(`  ${await one.raise(context)}`);
  const expected =
    one.arrives === 'afterwards'
      ? before.flatMap((state) => announceSilence(state, context))
      : before.flatMap((state) => announceFiring(state, target, since));
  say(
    `  Look at the alert console ${stack.services.console?.url} or Alertmanager ${stack.services.alertmanager?.url}.`
  );
  say(`  Take it back with: npm run demo:fault -- --clear ${one.id}`);
  return expected;
}

/** Nothing when it was not raised. */
async function takeBack(one: Fault, { stack, context }: Target): Promise<Expected[] | undefined> {
  const before = await Promise.all(one.raises.map((raised) => standing(raised, stack, context)));
  const done = await one.clear(context);
  if (done === undefined) {
    return undefined;
  }
  say(`${one.id}:`);
  say(`  ${done}`);
  // From here on all is well again: a service that had to be started answers by now.
  const since = Date.now();
  return one.arrives === 'afterwards'
    ? (await Promise.all(before.map((state) => announceLate(state, stack, context, since)))).flat()
    : before.flatMap((state) => announceResolved(state, context, since));
}

async function waitFor({ alert, becomes, since, due }: Expected, { stack }: Target): Promise<void> {
  const delays = await follow(stack, alert, becomes, { since, due });
  const seconds = (delay: number) => `${Math.round(delay)} s`;
  say(
    `${named(alert)} is ${becomes}: in Alertmanager after ${seconds(delays.alertmanager)}, ` +
      `on the console after ${seconds(delays.console)}, due within ${seconds((due - since) / 1000)}.`
  );
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

async function standing(raised: Raised, stack: Stack, { catalog }: FaultContext): Promise<Standing> {
  const { component } = alertNamed(catalog, raised.alert);
  const followed = { alertname: raised.alert, severity: catalog.settings.severities[raised.level], component };
  const active = await activeOf(stack, component);
  return { raised, followed, held: includes(active, followed), grouped: active.length > 0 };
}

function announceFiring(state: Standing, { stack, context: { catalog } }: Target, since: number): Expected[] {
  const { raised, followed, held, grouped } = state;
  const alert = alertNamed(catalog, raised.alert);
  if (!enabledLevels(alert, catalog.settings).includes(raised.level)) {
    say(`  ${named(followed)} is disabled in genwatch.config.yaml: no alert will come.`);
    return [];
  }
  if (held) {
    say(`  ${named(followed)} fires already: nothing new will come.`);
    return [];
  }
  const way = [
    ...rampOf(raised, catalog),
    ...wayToFiring(alert, raised.level, catalog.settings, grouped ? 'existing' : 'new'),
  ];
  const expected = announce(followed, 'firing', way, since);
  if (total(way) > PATIENCE && basename(stack.config ?? '') !== basename(SHORT_WINDOWS)) {
    say(`  That is long. With npm start -- --config ${SHORT_WINDOWS} it takes minutes.`);
  }
  return [expected];
}

const rampOf = ({ ramp }: Raised, catalog: FaultContext['catalog']): Stretch[] => (ramp ? [ramp(catalog)] : []);

/** Nobody is told while it lasts: says when Prometheus alone will know. */
function announceSilence({ raised, followed }: Standing, { catalog }: FaultContext): Expected[] {
  const way = [
    ...rampOf(raised, catalog),
    ...wayToRule(alertNamed(catalog, raised.alert), raised.level, catalog.settings),
  ];
  say(
    `  ${named(followed)} fires in Prometheus within ${total(way)} s: at most ${wayInWords(way)}. Nobody can be told of it before the fault is taken back.`
  );
  return [];
}

/** What fired unheard arrives now. */
async function announceLate(
  state: Standing,
  stack: Stack,
  { catalog }: FaultContext,
  since: number
): Promise<Expected[]> {
  const { raised, followed } = state;
  const known = await stateInPrometheus(stack, followed);
  if (known === undefined) {
    say(`  ${named(followed)} did not fire in Prometheus: nothing will come.`);
    return [];
  }
  const alert = alertNamed(catalog, raised.alert);
  return [announce(followed, 'firing', wayAfterwards(alert, raised.level, catalog.settings, known), since)];
}

function announceResolved({ raised, followed, held }: Standing, { catalog }: FaultContext, since: number): Expected[] {
  if (!held) {
    say(`  ${named(followed)} does not fire.`);
    return [];
  }
  return [announce(followed, 'resolved', wayToResolved(alertNamed(catalog, raised.alert), catalog.settings), since)];
}

function announce(alert: Followed, becomes: Expected['becomes'], way: readonly Stretch[], since: number): Expected {
  const due = since + total(way) * 1000;
  const what = becomes === 'firing' ? 'is due' : 'resolves';
  say(`  ${named(alert)} ${what} by ${clock(due)}, within ${total(way)} s: at most ${wayInWords(way)}.`);
  return { alert, becomes, since, due };
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
    const ids = FAULTS.map((one) => one.id);
    const near = nearest(id, ids);
    const meant = near === undefined ? ids.filter((one) => one.includes(id.toLowerCase())) : [near];
    throw new Error(
      meant.length > 0
        ? `There is no fault "${id}": did you mean ${meant.join(' or ')}?`
        : `There is no fault "${id}". npm run demo:fault -- --list tells them all.`
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
  const settings = await loadSettings(stack.config, SYSTEMS, (file) => readFile(file, 'utf8'));
  return { stack, context: stackContext(stack, buildCatalog(SYSTEMS, settings)) };
}

const SHORT_WINDOWS = 'demo/short-windows.config.yaml';
/** Seconds that a person waits for an alert. */
const PATIENCE = 10 * 60;
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const clock = (instant: number): string => `${new Date(instant).toISOString().slice(11, 19)} UTC`;
const named = ({ alertname, severity }: Followed): string => `${alertname} (${severity})`;
