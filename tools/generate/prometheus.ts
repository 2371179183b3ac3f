import { stringify } from 'yaml';
import { type Catalog } from '../../src/catalog/catalog';
import { GRAFANA_ORIGIN } from '../../src/catalog/kinds/grafanaOrigin';
import { type Settings } from '../../src/catalog/settings/settings';
import { header, type Bundle } from './bundle';
import { ruleFiles } from './rules';

const CONFIG = 'provisioning/prometheus/prometheus.yml';

/** What the platform's own alerts are about, and the names of the jobs where the selectors name none. */
const SCRAPED = [
  ['exporter', 'genwatch-exporter'],
  ['prometheus', 'prometheus'],
  ['alertmanager', 'alertmanager'],
] as const;

/** Has a job only where the settings say where it is: most applications are in somebody's scrape configuration already. */
const APPLICATION = ['application', 'codegen'] as const;

/** Prometheus' own configuration. */
export const emitPrometheus = (catalog: Catalog): Bundle =>
  new Map([
    [
      CONFIG,
      header('src/catalog/settings') +
        stringify(prometheusConfig(catalog), { lineWidth: 0, aliasDuplicateObjects: false }),
    ],
  ]);

/** Scrape jobs, rule files as seen from a folder two below theirs, and Alertmanager. */
export function prometheusConfig({ settings, systems }: Catalog) {
  return {
    global: { scrape_interval: settings.scrape.interval, scrape_timeout: settings.scrape.timeout },
    rule_files: systems.flatMap((system) => ruleFiles(system, settings)).map(({ path }) => `../../${path}`),
    alerting: {
      // Grafana reads it from the rules; whoever is notified has no use for it.
      alert_relabel_configs: [{ action: 'labeldrop', regex: GRAFANA_ORIGIN.label }],
      alertmanagers: [{ static_configs: [{ targets: settings.targets.alertmanager }] }],
    },
    scrape_configs: [...SCRAPED, APPLICATION]
      .filter(([producer]) => (settings.targets[producer] ?? []).length > 0)
      .map(([producer, job]) => scrapeJob(settings, producer, job)),
  };
}

/** The labels that the selectors ask for beside the job are put on by the scrape. */
function scrapeJob(settings: Settings, producer: keyof Settings['targets'], usual: string) {
  const { job = usual, ...identity } = settings.selectors[producer];
  const labels = Object.keys(identity).length > 0 && { labels: identity };
  return {
    job_name: job,
    ...(producer === 'exporter' && exporterAccess(settings)),
    static_configs: [{ targets: settings.targets[producer], ...labels }],
  };
}

function exporterAccess({ scrape: { exporter = {} } }: Settings) {
  const { scheme, tokenFile, caFile } = exporter;
  return {
    ...(scheme && { scheme }),
    ...(tokenFile && { authorization: { credentials_file: tokenFile } }),
    ...(caFile && { tls_config: { ca_file: caFile } }),
  };
}
