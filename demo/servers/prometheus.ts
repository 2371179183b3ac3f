import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

import { answersOk } from './answersOk';
import { freePort } from './port';
import { startProcess } from './process';
import { type ServerProcess } from './runningServer';

export interface PrometheusOptions {
  /** The program: `findTools().prometheus.path`. */
  readonly binary: string;
  readonly configFile: string;
  readonly dataDir: string;
  /** Default: any free one. */
  readonly port?: number;
  /** Default `prometheus.log` in dataDir. */
  readonly logFile?: string;
  /** Command-line flags put behind ours. */
  readonly flags?: readonly string[];
  /** Gives up starting. */
  readonly signal?: AbortSignal;
}

/** Starts Prometheus on loopback with the settings that the detection times were measured with. */
export async function startPrometheus(options: PrometheusOptions): Promise<ServerProcess> {
  const listen = `127.0.0.1:${options.port ?? (await freePort())}`;
  const url = `http://${listen}`;
  mkdirSync(options.dataDir, { recursive: true });
  return startProcess({
    name: 'Prometheus',
    url,
    command: options.binary,
    args: [
      `--config.file=${resolve(options.configFile)}`,
      `--storage.tsdb.path=${resolve(options.dataDir, 'tsdb')}`,
      '--storage.tsdb.retention.time=35d',
      `--web.listen-address=${listen}`,
      `--web.external-url=${url}`,
      // The default of 10m forgets the state of alerts with a shorter `for` at a restart.
      '--rules.alert.for-grace-period=0s',
      '--rules.alert.resend-delay=10s',
      ...webAssets(options.binary),
      ...(options.flags ?? []),
    ],
    cwd: options.dataDir,
    signal: options.signal,
    logFile: options.logFile ?? resolve(options.dataDir, 'prometheus.log'),
    ready: () => answersOk(`${url}/-/ready`),
    graceMs: 20_000,
  });
}

/** Debian keeps the pages of Prometheus beside the program, and lets them be elsewhere; others build them in. */
function webAssets(binary: string): string[] {
  const assets = resolve(dirname(binary), '../share/prometheus/web');
  return existsSync(assets) ? [`--web.local-assets=${assets}/`] : [];
}
