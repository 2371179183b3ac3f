import {
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceApi,
  LoadingState,
  type PanelData,
  toDataFrame,
} from '@grafana/data';
import { toDataQueryError } from '@grafana/runtime';
import { catchError, defer, from, map, merge, type Observable, of, scan, share, takeUntil, timer } from 'rxjs';

/** A panel that waits no longer than this shows no sign of loading. */
const QUICK_MS = 200;

/** Runs a request as Grafana does: what is loading is told after a moment, then every packet as a state of the panel. */
export function runRequest(
  source: DataSourceApi,
  request: DataQueryRequest,
  query: DataSourceApi['query'] = source.query.bind(source)
): Observable<PanelData> {
  const asked: DataQueryRequest = { ...request, startTime: Date.now() };
  const loading: PanelData = { state: LoadingState.Loading, series: [], timeRange: request.range, request: asked };
  if (request.targets.length === 0) {
    return of({ ...loading, state: LoadingState.Done });
  }
  const packets = defer(() => from(query(asked) as Observable<DataQueryResponse>)).pipe(
    scan(gathered, new Map<string, DataQueryResponse>()),
    map((byKey) => panelData(loading, [...byKey.values()])),
    catchError((cause: unknown) => {
      const error = toDataQueryError(cause as Parameters<typeof toDataQueryError>[0]);
      return of({ ...loading, state: LoadingState.Error, error, errors: [error] });
    }),
    share()
  );
  return merge(
    timer(QUICK_MS).pipe(
      map(() => loading),
      takeUntil(packets)
    ),
    packets
  );
}

/** A packet replaces an earlier one of its key; the latest one comes last. */
function gathered(earlier: ReadonlyMap<string, DataQueryResponse>, packet: DataQueryResponse) {
  const key = packet.key ?? packet.data[0]?.key ?? 'A';
  const packets = new Map(earlier);
  packets.delete(key);
  return packets.set(key, packet);
}

function panelData(loading: PanelData, packets: readonly DataQueryResponse[]): PanelData {
  const errors = packets.flatMap(({ errors: told, error }) => told ?? (error ? [error] : []));
  const frames = packets.flatMap(({ data }) => data.map((frame) => toDataFrame(frame)));
  const [firstError] = errors;
  return {
    ...loading,
    state: firstError ? LoadingState.Error : (packets.at(-1)?.state ?? LoadingState.Done),
    series: frames.filter(({ meta }) => meta?.dataTopic !== 'annotations'),
    annotations: frames.filter(({ meta }) => meta?.dataTopic === 'annotations'),
    ...(firstError && { error: firstError, errors }),
  };
}
