import { join, resolve } from 'node:path';

import { type PreviewOptions } from './options';
import { readDataSources } from './settings/dataSources';
import { readSecrets } from './settings/secrets';

const ROOT = resolve(__dirname, '..', '..');

/**
 * Reads the options of the service from its environment.
 * @throws Error naming the variable that is missing, or wrong
 */
export async function readOptions(env: NodeJS.ProcessEnv): Promise<PreviewOptions> {
  const needed = (name: string): string => {
    const value = env[name];
    if (!value) {
      throw new Error(`${name} is not set: npm start sets it, and starts what it names.`);
    }
    return value;
  };
  const provisioning = resolve(
    env.GENWATCH_DATASOURCES || join(ROOT, 'provisioning', 'grafana', 'datasources', 'genwatch.yaml')
  );
  return {
    port: loopbackPort(env.GENWATCH_LISTEN || '127.0.0.1:3000'),
    pluginFolder: resolve(env.GENWATCH_PLUGIN || join(ROOT, 'dist')),
    dashboardsFolder: resolve(env.GENWATCH_DASHBOARDS || join(ROOT, 'dashboards')),
    hostFolder: resolve(needed('GENWATCH_PREVIEW_HOST')),
    databaseUrl: needed('GENWATCH_DATABASE_URL'),
    prometheusUrl: needed('GENWATCH_PROMETHEUS_URL'),
    dataSources: await readDataSources(provisioning, env),
    secrets: await readSecrets(provisioning, env),
  };
}

/** The preview reads a database without a password of its own, so other machines never reach it. */
function loopbackPort(listen: string): number {
  const [, digits] = /^127\.0\.0\.1:(\d{1,5})$/.exec(listen) ?? [];
  if (digits === undefined || Number(digits) > 65_535) {
    throw new Error(`Cannot listen on "${listen}": the preview is for this machine only, write 127.0.0.1:<port>.`);
  }
  return Number(digits);
}
