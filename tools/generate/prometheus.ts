import { stringify } from 'yaml';
import { type Catalog } from '../../src/catalog/catalog';
import { header, type Bundle } from './bundle';
import { ruleFiles } from './rules';

const CONFIG = 'provisioning/prometheus/prometheus.yml';

/** Prometheus' own configuration: the exporter's scrape job, the rule files and Alertmanager. */
export function emitPrometheus(catalog: Catalog): Bundle {
  const { settings, systems } = catalog;
  const { job = 'genwatch-exporter', ...identity } = settings.selectors.exporter;
  const config = {
    global: { scrape_interval: settings.scrape.interval, scrape_timeout: settings.scrape.timeout },
    rule_files: systems.flatMap((system) => ruleFiles(system, settings)).map(({ path }) => `../../${path}`),
    alerting: { alertmanagers: [{ static_configs: [{ targets: settings.targets.alertmanager }] }] },
    scrape_configs: [
      {
        job_name: job,
        static_configs: [
          { targets: settings.targets.exporter, ...(Object.keys(identity).length > 0 && { labels: identity }) },
        ],
      },
    ],
  };
  return new Map([[CONFIG, header('src/catalog/settings') + stringify(config, { lineWidth: 0 })]]);
}
