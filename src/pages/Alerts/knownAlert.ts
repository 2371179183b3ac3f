import { type Catalog } from '../../catalog/catalog';
import { type Alert } from '../../catalog/kinds/alert';
import { type System } from '../../catalog/kinds/system';

/** An alert of the catalog, and whose it is. */
export interface KnownAlert {
  readonly system: System;
  readonly alert: Alert;
}

/** All alerts of the catalog. */
export const knownAlerts = ({ systems }: Catalog): KnownAlert[] =>
  systems.flatMap((system) => system.alerts.map((alert) => ({ system, alert })));

/** The alert of a name; nothing when it was renamed, removed, or is somebody else's. */
export const knownAlert = (catalog: Catalog, name: string): KnownAlert | undefined =>
  knownAlerts(catalog).find(({ alert }) => alert.name === name);
