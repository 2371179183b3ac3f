import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { answersOk } from '../../servers/answersOk';
import { startProcess } from '../../servers/process';
import { loopbackUrl, pageUrl } from '../addresses';
import { type StackBundle } from '../bundle';
import { logFile, ownEnvironment, serverAddresses, type StackPlaces } from '../definitions';
import { type Access } from '../reviewAccess';
import { type ServiceDefinition } from '../services';
import { GRAFANA_SETTINGS } from './grafanaSettings';

/** A first start fills its database. */
const START_TIMEOUT_MS = 180_000;

interface GrafanaProgram {
  readonly grafana: string;
  /** The folder of its own files. */
  readonly home: string;
}

/** A Grafana of PATH with the built plugin and its provisioning; its data are the stack's. */
export function grafanaService(
  places: StackPlaces,
  access: Access,
  bundle: StackBundle,
  { grafana, home }: GrafanaProgram
): ServiceDefinition {
  const { page: port } = places.ports;
  const folder = join(places.dataDir, 'grafana');
  const plugins = join(folder, 'plugins');
  return {
    name: 'grafana',
    url: pageUrl(port),
    start: (signal) => {
      mkdirSync(plugins, { recursive: true });
      const link = join(plugins, 'genwatch-codegen-app');
      rmSync(link, { force: true });
      symlinkSync(join(places.projectRoot, 'dist'), link);
      return startProcess({
        name: 'grafana',
        url: pageUrl(port),
        command: grafana,
        args: ['server', '--homepath', home],
        cwd: folder,
        env: {
          ...ownEnvironment(),
          ...serverAddresses(places, access),
          ...GRAFANA_SETTINGS,
          GENWATCH_DASHBOARDS: bundle.dashboards,
          GF_SERVER_HTTP_ADDR: '127.0.0.1',
          GF_SERVER_HTTP_PORT: String(port),
          GF_SERVER_ROOT_URL: pageUrl(port),
          GF_PATHS_DATA: join(folder, 'data'),
          GF_PATHS_LOGS: join(folder, 'logs'),
          GF_PATHS_PLUGINS: plugins,
          GF_PATHS_PROVISIONING: bundle.provisioning,
        },
        logFile: logFile(places, 'grafana'),
        ready: () => answersOk(`${loopbackUrl(port)}/api/health`),
        startTimeoutMs: START_TIMEOUT_MS,
        signal,
      });
    },
  };
}
