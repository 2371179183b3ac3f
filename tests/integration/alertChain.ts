import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import pino from 'pino';
import { startConsole, type RunningConsole } from '../../console/startConsole';
import { type Notification } from '../../console/notification';
import { startAlertmanager } from '../../demo/servers/alertmanager';
import { freePort } from '../../demo/servers/port';
import { startPostgres } from '../../demo/servers/postgres';
import { startPrometheus } from '../../demo/servers/prometheus';
import { type RunningServer } from '../../demo/servers/runningServer';
import { findTools } from '../../demo/servers/tools';
import { startExporter, type RunningExporter } from '../../exporter/exporter';
import { testsToReview } from '../../exporter/review/testsToReview';
import { tieredQueries, type TieredQuery } from '../../exporter/tieredQuery';
import { buildCatalog, type Catalog } from '../../src/catalog/catalog';
import { type Duration } from '../../src/catalog/exact/duration';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { type Settings } from '../../src/catalog/settings/settings';
import { SYSTEMS } from '../../src/catalog/systems';
import { writeBundle } from '../../tools/generate/files';
import { generateBundle } from '../../tools/generate/generateBundle';

const ROOT = path.resolve(__dirname, '../..');

/** What Prometheus tells of an alert at /api/v1/alerts. */
export interface PrometheusAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly state: 'pending' | 'firing';
  readonly activeAt: string;
}

/** What Alertmanager tells of an alert at /api/v2/alerts. */
export interface DeliveredAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly status: { readonly state: string; readonly inhibitedBy: readonly string[] };
}

export const PARTS = ['postgres', 'exporter', 'prometheus', 'alertmanager', 'console'] as const;
export type Part = (typeof PARTS)[number];

/** The whole chain from the database row to the console on real servers; each part can be stopped and started again. */
export interface AlertChain {
  readonly catalog: Catalog;
  readonly prometheusUrl: string;
  /** The bundle that the servers run with. */
  readonly folder: string;
  /** Where each part answers; of PostgreSQL, as the role that reads. */
  readonly urls: Readonly<Record<Part, string>>;
  /** What the exporter asks of verdicts. */
  readonly reviewSecret: string;
  stop(part: Part): Promise<void>;
  start(part: Part): Promise<void>;
  database<T>(work: (client: Client) => Promise<T>): Promise<T>;
  prometheusAlerts(): Promise<PrometheusAlert[]>;
  deliveredAlerts(): Promise<DeliveredAlert[]>;
  /** Value of a PromQL expression with one result; nothing when it has none. */
  value(expr: string): Promise<number | undefined>;
  notifications(): Promise<Notification[]>;
  close(): Promise<void>;
}

/** The settings of the tests: the same rules at the pace of seconds. */
export function quickSettings(changes: Partial<Settings> = {}): Settings {
  return {
    ...DEFAULT_SETTINGS,
    exporter: { settle: '0s' },
    evaluation: { exporter: '1s', application: '1s', prober: '1s', ci: '1s', prometheus: '1s', alertmanager: '1s' },
    scrape: { interval: '1s', timeout: '1s' },
    delivery: { groupWait: '2s', groupInterval: '2s', repeatInterval: '4h' },
    thresholds: {
      'validation.success_rate': { for: { warning: '0s', critical: '0s' } },
      'platform.exporter_unreachable': { for: { critical: '2s' } },
      'platform.exporter_absent': { for: { critical: '3s' } },
      'platform.source_failing': { for: { critical: '2s' } },
    },
    // Rounds of a second are missed on a busy machine, and that is no finding.
    disabled: ['GenwatchRulesSlow'],
    ...changes,
  };
}

/** @param refresh how often the exporter reads, instead of what the catalog says */
export async function startAlertChain(wanted: Settings, refresh?: Duration): Promise<AlertChain> {
  const folder = await mkdtemp(path.join(tmpdir(), 'genwatch-chain-'));
  // As root, PostgreSQL runs as another user, who has to pass through.
  await chmod(folder, 0o711);
  const tools = await findTools();
  const ports = await distinctPorts();
  const at = (part: Part) => `http://127.0.0.1:${ports[part]}`;
  const settings: Settings = {
    ...wanted,
    targets: {
      ...wanted.targets,
      exporter: [`127.0.0.1:${ports.exporter}`],
      prometheus: [`127.0.0.1:${ports.prometheus}`],
      alertmanager: [`127.0.0.1:${ports.alertmanager}`],
    },
    links: { runbooks: `${at('console')}/runbooks`, prometheus: at('prometheus') },
    receivers: { console: at('console') },
  };
  const catalog = buildCatalog(SYSTEMS, settings);
  await writeBundle(generateBundle(catalog), folder);
  const databaseUrl = (role: string) => `postgresql://${role}@127.0.0.1:${ports.postgres}/genwatch`;

  const reviewSecret = randomBytes(32).toString('hex');
  const starts: Record<Part, () => Promise<() => Promise<void>>> = {
    postgres: () => stopOf(startPostgres({ dataDir: path.join(folder, 'pg'), port: ports.postgres, durable: false })),
    exporter: async () => {
      const exporter: RunningExporter = await startExporter({
        databaseUrl: databaseUrl('genwatch_reader'),
        queries: tieredQueries(catalog).map((query) => (refresh ? readEvery(query, refresh) : query)),
        settle: settings.exporter.settle,
        listen: { host: '127.0.0.1', port: ports.exporter },
        timeouts: { statementMs: 5000, lockMs: 1000 },
        review: {
          databaseUrl: databaseUrl('genwatch_reviewer'),
          secret: reviewSecret,
          tests: testsToReview(catalog),
          sweepMs: 1_000,
        },
        version: 'test',
        log: pino({ level: 'silent' }),
      });
      return () => exporter.stop();
    },
    prometheus: () =>
      stopOf(
        startPrometheus({
          binary: tools.prometheus.path,
          configFile: path.join(folder, 'provisioning/prometheus/prometheus.yml'),
          dataDir: path.join(folder, 'prometheus'),
          port: ports.prometheus,
        })
      ),
    alertmanager: () =>
      stopOf(
        startAlertmanager({
          binary: tools.alertmanager.path,
          configFile: path.join(folder, 'provisioning/alertmanager/alertmanager.yml'),
          dataDir: path.join(folder, 'alertmanager'),
          port: ports.alertmanager,
        })
      ),
    console: async () => {
      const running: RunningConsole = await startConsole({
        listen: { host: '127.0.0.1', port: ports.console },
        runbooks: path.join(ROOT, 'docs/runbooks'),
        colour: false,
        severities: settings.severities,
        print: () => undefined,
        warn: () => undefined,
      });
      return () => running.close();
    },
  };

  const running = new Map<Part, () => Promise<void>>();
  /** Does nothing when it runs: a second one would outlive the tests. */
  const start = async (part: Part) => {
    if (!running.has(part)) {
      running.set(part, await starts[part]());
    }
  };
  const stop = async (part: Part) => {
    await running.get(part)?.();
    running.delete(part);
  };
  const database = async <T>(work: (client: Client) => Promise<T>): Promise<T> => {
    const client = new Client({ connectionString: databaseUrl('genwatch') });
    await client.connect();
    return work(client).finally(() => client.end());
  };
  const json = async <T>(url: string): Promise<T> => (await fetch(url)).json() as Promise<T>;

  await start('postgres');
  await database(async (client) => {
    for (const file of ['schema.sql', 'three-strikes.sql', 'review-role.sql', 'read-only-role.sql']) {
      await client.query(await readFile(path.join(ROOT, 'sql', file), 'utf8'));
    }
  });
  for (const part of ['exporter', 'console', 'alertmanager', 'prometheus'] as const) {
    await start(part);
  }

  return {
    catalog,
    prometheusUrl: at('prometheus'),
    folder,
    urls: {
      postgres: databaseUrl('genwatch_reader'),
      exporter: at('exporter'),
      prometheus: at('prometheus'),
      alertmanager: at('alertmanager'),
      console: at('console'),
    },
    reviewSecret,
    start,
    stop,
    database,
    prometheusAlerts: async () =>
      (await json<{ data: { alerts: PrometheusAlert[] } }>(`${at('prometheus')}/api/v1/alerts`)).data.alerts,
    deliveredAlerts: () => json<DeliveredAlert[]>(`${at('alertmanager')}/api/v2/alerts`),
    value: async (expr) => {
      const url = `${at('prometheus')}/api/v1/query?query=${encodeURIComponent(expr)}`;
      const { data } = await json<{ data: { result: Array<{ value: [number, string] }> } }>(url);
      const [first] = data.result;
      return first && Number(first.value[1]);
    },
    notifications: async () => (await json<{ alerts: Notification[] }>(`${at('console')}/alerts`)).alerts,
    close: async () => {
      for (const part of [...PARTS].reverse()) {
        await stop(part);
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const stopOf = async (starting: Promise<RunningServer>) => {
  const server = await starting;
  return () => server.stop();
};

const readEvery = (query: TieredQuery, every: Duration): TieredQuery => ({ ...query, tier: { ...query.tier, every } });

async function distinctPorts(): Promise<Record<Part, number>> {
  const ports: Partial<Record<Part, number>> = {};
  for (const part of PARTS) {
    ports[part] = await freePort(undefined, Object.values(ports));
  }
  return ports as Record<Part, number>;
}
