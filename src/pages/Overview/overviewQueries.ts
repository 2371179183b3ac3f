import { type Catalog } from '../../catalog/catalog';
import { type Light } from '../../catalog/kinds/light';
import { type System } from '../../catalog/kinds/system';
import { isConfigured } from '../../datasource/endpoints/endpoints';
import { type GenwatchOptions } from '../../datasource/options';
import { type GenwatchQuery } from '../../datasource/query/query';
import { recordQuery } from '../../shared/recordQuery';
import { freshnessRecords } from './freshness';

export const FIRING = 'firing';
export const HISTORY = 'history';
export const SOURCES = 'sources';

/** By which a light's last 24 hours go; its present level goes by its record. */
export const courseOf = ({ record }: Light): string => `${record} before`;

/**
 * The records of which any value shows that a system is watched: its light, or else whatever its alerts judge, without
 * what Prometheus says when there is nothing.
 */
export const signsOfLife = ({ light, alerts }: System): string[] =>
  light
    ? [light.record]
    : [...new Set(alerts.filter(({ shape }) => shape.whenMissing === 'silent').map(({ shape: { record } }) => record))];

/** All that the overview asks; an address that nobody gave is not asked for. */
export function overviewQueries(catalog: Catalog, options: GenwatchOptions): GenwatchQuery[] {
  const lights = catalog.systems.flatMap(({ light }) => light ?? []);
  const records = new Set([
    ...catalog.systems.flatMap(signsOfLife),
    ...lights.map(({ inputRecord }) => inputRecord),
    ...freshnessRecords(catalog),
  ]);
  return [
    ...(isConfigured('alertmanager-alerts', options)
      ? [{ refId: FIRING, kind: 'alerts', show: 'firing' } as const]
      : []),
    ...(isConfigured('exporter-health', options)
      ? [
          {
            refId: SOURCES,
            kind: 'endpoint' as const,
            endpoint: 'exporter-health' as const,
            rows: 'sources',
            fields: [
              { path: 'source', type: 'text' as const },
              { path: 'up', type: 'boolean' as const },
              { path: 'failure.remedy', name: 'remedy', type: 'text' as const },
            ],
          },
        ]
      : []),
    { refId: HISTORY, kind: 'alerts', show: 'history' },
    ...lights.map((light) => ({ refId: courseOf(light), kind: 'metric' as const, series: light.record })),
    ...[...records].map(recordQuery),
  ];
}
