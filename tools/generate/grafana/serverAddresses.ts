import { type Settings } from '../../../src/catalog/settings/settings';

/** Where Grafana finds the services, as URLs without a slash at the end. */
export interface ServerAddresses {
  readonly prometheus: string;
  readonly alertmanager: string;
  readonly exporter: string;
  readonly console: string;
}

/** The first of each target: Grafana asks one of them. */
export function serverAddresses({ targets, scrape, receivers }: Settings): ServerAddresses {
  const url = (target: string | undefined, scheme = 'http') => (target === undefined ? '' : `${scheme}://${target}`);
  return {
    prometheus: url(targets.prometheus[0]),
    alertmanager: url(targets.alertmanager[0]),
    exporter: url(targets.exporter[0], scrape.exporter?.scheme),
    console: receivers.console,
  };
}
