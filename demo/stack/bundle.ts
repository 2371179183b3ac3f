import { existsSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { buildCatalog, type Catalog } from '../../src/catalog/catalog';
import { type Settings } from '../../src/catalog/settings/settings';
import { SYSTEMS } from '../../src/catalog/systems';
import { writeBundle } from '../../tools/generate/files';
import { generateCommitted } from '../../tools/generate/generateBundle';
import { loadSettings } from '../../tools/generate/loadSettings';
import { type Ports, loopbackUrl, pageUrl } from './addresses';

/** The configuration the servers of the stack run with. */
export interface StackBundle {
  readonly prometheusConfig: string;
  readonly alertmanagerConfig: string;
  readonly dashboards: string;
  /** Of a Grafana. */
  readonly provisioning: string;
  /** What they were generated from, with the addresses of this stack. */
  readonly catalog: Catalog;
}

/** The user's settings file of a checkout, when there is one. */
export function settingsFile(projectRoot: string): string | undefined {
  const file = join(projectRoot, 'genwatch.config.yaml');
  return existsSync(file) ? file : undefined;
}

/**
 * Generates rules and configuration into `folder`, under the user's settings but with the addresses of this stack.
 * @throws Error with every problem of the settings file
 */
export async function writeStackBundle(folder: string, ports: Ports, config: string | undefined): Promise<StackBundle> {
  const settings = await loadSettings(config, SYSTEMS, (file) => readFile(file, 'utf8'));
  const catalog = buildCatalog(SYSTEMS, atAddresses(settings, ports));
  // Rules of an earlier version must not stay.
  rmSync(folder, { recursive: true, force: true });
  await writeBundle(generateCommitted(catalog), folder);
  return {
    prometheusConfig: join(folder, 'provisioning', 'prometheus', 'prometheus.yml'),
    alertmanagerConfig: join(folder, 'provisioning', 'alertmanager', 'alertmanager.yml'),
    dashboards: join(folder, 'dashboards'),
    provisioning: join(folder, 'provisioning', 'grafana'),
    catalog,
  };
}

function atAddresses(settings: Settings, ports: Ports): Settings {
  const consoleUrl = loopbackUrl(ports.console);
  return {
    ...settings,
    targets: {
      ...settings.targets,
      exporter: [`127.0.0.1:${ports.exporter}`],
      prometheus: [`127.0.0.1:${ports.prometheus}`],
      alertmanager: [`127.0.0.1:${ports.alertmanager}`],
      application: [`127.0.0.1:${ports.simulator}`],
    },
    links: {
      ...settings.links,
      runbooks: `${consoleUrl}/runbooks`,
      prometheus: loopbackUrl(ports.prometheus),
      grafana: pageUrl(ports.page),
    },
    receivers: { ...settings.receivers, console: consoleUrl },
  };
}
