import { stringify } from 'yaml';
import { type Catalog } from '../../../src/catalog/catalog';
import { type Settings } from '../../../src/catalog/settings/settings';
import { alertmanagerConfig } from '../alertmanager/alertmanagerConfig';
import { header, type Bundle } from '../bundle';
import { environmentFile } from '../grafana/environmentFile';
import { serverAddresses } from '../grafana/serverAddresses';
import { prometheusConfig } from '../prometheus';
import { blackboxConfig, HTTP_MODULE } from './blackboxConfig';

const FOLDER = 'deploy/compose';
const SOURCE = 'tools/generate/compose';

/** Where docker-compose.yaml puts the dashboards into Grafana's container. */
const DASHBOARDS = '/etc/genwatch/dashboards';

/** What the servers of docker-compose.yaml are told: the usual configuration, with their names on the network of the stack. */
export function emitCompose({ settings, systems }: Catalog): Bundle {
  const catalog = { settings: atServices(settings), systems };
  const database = { address: 'postgres:5432', name: 'genwatch', sslMode: 'disable' };
  const prometheus = prometheusConfig(catalog);
  const probes = probeJob(settings);
  return new Map([
    [`${FOLDER}/prometheus.yml`, yaml({ ...prometheus, scrape_configs: [...prometheus.scrape_configs, probes] })],
    [`${FOLDER}/alertmanager.yml`, yaml(alertmanagerConfig(catalog))],
    [`${FOLDER}/blackbox.yml`, yaml(blackboxConfig)],
    [`${FOLDER}/grafana.env`, environmentFile(serverAddresses(catalog.settings), database, DASHBOARDS)],
  ]);
}

const yaml = (config: object): string =>
  header(SOURCE) + stringify(config, { lineWidth: 0, aliasDuplicateObjects: false });

/** The names of the services in docker-compose.yaml, with the ports that they listen on. */
function atServices(settings: Settings): Settings {
  return {
    ...settings,
    // Nothing leaves the network of the stack, so no token and no certificate is asked for.
    scrape: { interval: settings.scrape.interval, timeout: settings.scrape.timeout },
    targets: {
      exporter: ['exporter:9464'],
      prometheus: ['prometheus:9090'],
      alertmanager: ['alertmanager:9093'],
      application: ['simulator:9466'],
    },
    receivers: { ...settings.receivers, console: 'http://console:9465' },
  };
}

/** Whether the servers answer that have no metrics of their own, or say more of themselves in `/health`. */
const PROBED = ['http://exporter:9464/health', 'http://console:9465/health', 'http://grafana:3000/api/health'];

function probeJob({ selectors }: Settings) {
  return {
    job_name: selectors.prober.job ?? 'genwatch-prober',
    metrics_path: '/probe',
    params: { module: [HTTP_MODULE] },
    static_configs: [{ targets: PROBED }],
    relabel_configs: [
      { source_labels: ['__address__'], target_label: '__param_target' },
      { source_labels: ['__param_target'], target_label: 'instance' },
      { target_label: '__address__', replacement: 'blackbox:9115' },
    ],
  };
}
