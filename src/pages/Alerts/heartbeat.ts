import { type Catalog } from '../../catalog/catalog';
import { enabledLevels } from '../../catalog/kinds/alert';
import { type AlertInstance } from './alertInstances';
import { knownAlerts } from './knownAlert';

/** Whether a rule that always fires arrives: without it, silence may be a broken chain instead of good news. */
export type Heartbeat =
  | { readonly state: 'alive'; readonly name: string; readonly since?: number }
  | { readonly state: 'silent'; readonly name: string }
  /** Nobody can tell: the settings disable it. */
  | { readonly state: 'disabled' };

const heartbeatNames = (catalog: Catalog): string[] =>
  knownAlerts(catalog)
    .filter(({ alert }) => alert.shape.kind === 'heartbeat')
    .filter(({ alert }) => enabledLevels(alert, catalog.settings).length > 0)
    .map(({ alert }) => alert.name);

/** The heartbeat among what Alertmanager has. */
export function heartbeatIn(firing: readonly AlertInstance[], catalog: Catalog): Heartbeat {
  const [name] = heartbeatNames(catalog);
  if (name === undefined) {
    return { state: 'disabled' };
  }
  const found = firing.find((instance) => instance.name === name);
  return found
    ? { state: 'alive', name, ...(found.since !== undefined && { since: found.since }) }
    : { state: 'silent', name };
}

/** What is for people; a heartbeat is not, as long as it fires. */
export function withoutHeartbeats(instances: readonly AlertInstance[], catalog: Catalog): AlertInstance[] {
  const names = heartbeatNames(catalog);
  return instances.filter(({ name }) => !names.includes(name));
}
