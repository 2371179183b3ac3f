import { FieldType, type DataFrame } from '@grafana/data';

import { type Catalog } from '../../catalog/catalog';
import { keptLabels } from '../series/keptLabels';
import { alertRows, type AlertRow } from './alertRows';

/**
 * What Prometheus says to the question for pending alerts, as the table of alerts: one series each, whose value is since
 * when it is true, in seconds. Prometheus does not keep texts: they are those of the catalog.
 */
export const pendingFrame = (catalog: Catalog, refId: string, frames: readonly DataFrame[]): DataFrame =>
  alertRows(
    frames.flatMap(({ fields }) => fields.flatMap((field) => rowsOf(catalog, field))),
    refId,
    keptLabels(catalog)
  );

function rowsOf(catalog: Catalog, { type, labels, values }: DataFrame['fields'][number]): AlertRow[] {
  if (type !== FieldType.number || !labels) {
    return [];
  }
  const since: unknown = values[values.length - 1];
  return [
    {
      labels,
      annotations: textsOf(catalog, labels['alertname'] ?? ''),
      since: typeof since === 'number' ? since * 1000 : undefined,
      state: 'pending',
    },
  ];
}

function textsOf({ systems, settings }: Catalog, name: string): Record<string, string> {
  const alert = systems.flatMap(({ alerts }) => alerts).find((one) => one.name === name);
  return alert ? { summary: alert.summary, runbook_url: `${settings.links.runbooks}/${name}.md` } : {};
}
