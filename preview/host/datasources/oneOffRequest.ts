import { CoreApp, type DataQueryRequest, getDefaultTimeRange, type LegacyMetricFindQueryOptions } from '@grafana/data';
import { type DataQuery } from '@grafana/schema';

/** A request that no panel makes. */
export function oneOffRequest<T extends DataQuery>(
  targets: T[],
  { range = getDefaultTimeRange(), scopedVars = {} }: LegacyMetricFindQueryOptions
): DataQueryRequest<T> {
  return {
    app: CoreApp.Unknown,
    requestId: crypto.randomUUID(),
    interval: '1m',
    intervalMs: 60_000,
    range,
    scopedVars,
    startTime: Date.now(),
    targets,
    timezone: 'browser',
  };
}
