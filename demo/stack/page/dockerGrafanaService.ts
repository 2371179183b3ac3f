import { join } from 'node:path';

import { answersOk } from '../../servers/answersOk';
import { startProcess } from '../../servers/process';
import { loopbackUrl, pageUrl } from '../addresses';
import { type StackBundle } from '../bundle';
import { logFile, serverAddresses, type StackPlaces } from '../definitions';
import { type Access } from '../reviewAccess';
import { type ServiceDefinition } from '../services';
import { GRAFANA_SETTINGS } from './grafanaSettings';

/** The version that docker-compose.yaml has, too. */
const IMAGE = 'grafana/grafana:12.3.0';
/** The image may have to be fetched first. */
const START_TIMEOUT_MS = 600_000;

/** A Grafana in Docker, on the network of this machine as the other servers are: that is a thing of Linux. */
export function dockerGrafanaService(places: StackPlaces, access: Access, bundle: StackBundle): ServiceDefinition {
  const { page: port } = places.ports;
  const variables = {
    ...serverAddresses(places, access),
    ...GRAFANA_SETTINGS,
    GENWATCH_DASHBOARDS: '/etc/genwatch/dashboards',
    GF_SERVER_HTTP_ADDR: '127.0.0.1',
    GF_SERVER_HTTP_PORT: String(port),
    GF_SERVER_ROOT_URL: pageUrl(port),
  };
  const mounts = {
    [join(places.projectRoot, 'dist')]: '/var/lib/grafana/plugins/genwatch-codegen-app',
    [bundle.provisioning]: '/etc/grafana/provisioning',
    [bundle.dashboards]: '/etc/genwatch/dashboards',
  };
  return {
    name: 'grafana',
    url: pageUrl(port),
    start: (signal) =>
      startProcess({
        name: 'grafana',
        url: pageUrl(port),
        command: 'docker',
        args: [
          'run',
          '--rm',
          '--network=host',
          // Values stay in the environment: a command line is shown to everybody.
          ...Object.keys(variables).flatMap((name) => ['--env', name]),
          ...Object.entries(mounts).flatMap(([from, to]) => ['--volume', `${from}:${to}:ro`]),
          IMAGE,
        ],
        env: { ...process.env, ...variables },
        logFile: logFile(places, 'grafana'),
        ready: () => answersOk(`${loopbackUrl(port)}/api/health`),
        startTimeoutMs: START_TIMEOUT_MS,
        signal,
      }),
  };
}
