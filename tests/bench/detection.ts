import { disturbancesIn } from '../../demo/simulator/application/disturbances';
import { exporterDown } from '../../demo/faults/exporterDown';
import { total, wayToFiring, wayToResolved } from '../../demo/faults/due';
import { type Fault, type FaultContext } from '../../demo/faults/fault';
import { infiniteLoop } from '../../demo/faults/infiniteLoop';
import { alertNamed } from '../../demo/faults/lookup';
import { lowSuccess } from '../../demo/faults/lowSuccess';
import { until } from '../../demo/servers/until';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { startAlertChain, type AlertChain } from '../integration/alertChain';

const FAULTS: readonly Fault[] = [infiniteLoop, lowSuccess, exporterDown];
const unused = () => Promise.reject(new Error('no fault of the bench changes Prometheus'));
/** A notification that takes longer than this is not coming. */
const LONGEST_MS = 400_000;

/** How long one alert took, and how long its settings allow; all in seconds. */
interface Delay {
  readonly what: string;
  readonly took: number;
  readonly allowed: number;
}

/**
 * Measures, under the default settings and on real servers, how long an alert takes from the fault to the console and
 * back. Faults come one at a time, so that none waits in the group of another.
 */
export async function benchDetection(print: (line: string) => void): Promise<void> {
  print('Starting PostgreSQL, exporter, Prometheus, Alertmanager and the console under the default settings …');
  const chain = await startAlertChain(DEFAULT_SETTINGS);
  try {
    await until(async () => (await chain.value('platform:exporter_up:max')) === 1, {
      what: 'the exporter is read',
      timeoutMs: 60_000,
    });
    const delays: Delay[] = [];
    for (const fault of FAULTS) {
      delays.push(...(await measure(chain, fault, print)));
    }
    print('');
    delays.forEach(({ what, took, allowed }) =>
      print(
        `${what.padEnd(48)} ${took.toFixed(1).padStart(7)} s   at most ${allowed} s${took > allowed ? '   TOO LATE' : ''}`
      )
    );
    const late = delays.filter(({ took, allowed }) => took > allowed);
    if (late.length > 0) {
      throw new Error(`${late.length} of ${delays.length} notifications came later than their settings allow`);
    }
  } finally {
    await chain.close();
  }
}

async function measure(chain: AlertChain, fault: Fault, print: (line: string) => void): Promise<Delay[]> {
  const { settings } = chain.catalog;
  const context: FaultContext = {
    catalog: chain.catalog,
    database: (use) => chain.database(use),
    services: { stop: () => chain.stop('exporter'), start: () => chain.start('exporter').then(() => true) },
    prometheus: { change: unused, restore: unused },
    application: disturbancesIn('unused'),
  };
  const [raised] = fault.raises;
  if (!raised) {
    throw new Error(`The fault ${fault.id} raises no alert: nothing to wait for.`);
  }
  const alert = alertNamed(chain.catalog, raised.alert);
  const told = async (status: string) => {
    const started = Date.now();
    await until(
      async () => {
        const mine = (await chain.notifications()).filter(
          ({ alertname, labels }) => alertname === raised.alert && labels.severity === settings.severities[raised.level]
        );
        return mine.at(-1)?.status === status;
      },
      { what: `${raised.alert} is ${status}`, timeoutMs: LONGEST_MS, everyMs: 100 }
    );
    return (Date.now() - started) / 1000;
  };
  print(`${fault.id}: ${await fault.raise(context)}`);
  const firing = await told('firing');
  print(`${fault.id}: ${(await fault.clear(context)) ?? 'there was nothing to undo'}`);
  const resolved = await told('resolved');
  return [
    {
      what: `${raised.alert} to the console`,
      took: firing,
      allowed: total(wayToFiring(alert, raised.level, settings)),
    },
    { what: `${raised.alert} resolved`, took: resolved, allowed: total(wayToResolved(alert, settings)) },
  ];
}
