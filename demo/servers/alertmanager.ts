import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

import { answersOk } from './answersOk';
import { freePort } from './port';
import { startProcess } from './process';
import { type ServerProcess } from './runningServer';

export interface AlertmanagerOptions {
  /** The program: `findTools().alertmanager.path`. */
  readonly binary: string;
  readonly configFile: string;
  readonly dataDir: string;
  /** Default: any free one. */
  readonly port?: number;
  /** Default `alertmanager.log` in dataDir. */
  readonly logFile?: string;
  /** Gives up starting. */
  readonly signal?: AbortSignal;
}

/** Starts a single Alertmanager on loopback. */
export async function startAlertmanager(options: AlertmanagerOptions): Promise<ServerProcess> {
  const listen = `127.0.0.1:${options.port ?? (await freePort())}`;
  const url = `http://${listen}`;
  mkdirSync(options.dataDir, { recursive: true });
  return startProcess({
    name: 'Alertmanager',
    url,
    command: options.binary,
    args: [
      `--config.file=${resolve(options.configFile)}`,
      `--storage.path=${resolve(options.dataDir)}`,
      `--web.listen-address=${listen}`,
      `--web.external-url=${url}`,
      // Without a cluster there is nothing to wait for, and no port open to others.
      '--cluster.listen-address=',
    ],
    // Where a private copy of Debian's program looks for its templates from: see relocateAssets.ts.
    cwd: dirname(options.binary),
    signal: options.signal,
    logFile: options.logFile ?? resolve(options.dataDir, 'alertmanager.log'),
    ready: () => answersOk(`${url}/-/ready`),
  });
}
