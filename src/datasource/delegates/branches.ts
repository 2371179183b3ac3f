import { LoadingState, toDataFrame, type DataQueryRequest, type DataQueryResponse } from '@grafana/data';
import { type DataQuery } from '@grafana/schema';
import { defer, map, of, type Observable } from 'rxjs';

import { type Catalog } from '../../catalog/catalog';
import { alertsFrame } from '../endpoints/alertsFrame';
import { documentFrame } from '../endpoints/documentFrame';
import { endpointDocument } from '../endpoints/endpointDocument';
import { pendingFrame } from '../frames/pendingFrame';
import { thresholdsFrame } from '../frames/thresholdsFrame';
import { type GenwatchOptions } from '../options';
import { type AlertsQuery, type EndpointQuery, type GenwatchQuery } from '../query/query';
import { keptLabels } from '../series/keptLabels';
import { type Services } from '../services';
import { failed, type Branch } from './combine';
import { delegate, DELEGATES, handedOn, type DelegateName } from './delegate';
import { explainPrometheus } from './explainPrometheus';
import { explainSql } from './explainSql';
import { historyTarget, pendingTarget, seriesTarget } from './prometheusTarget';
import { sqlTarget } from './sqlTarget';

/** What a query can be answered with. */
export interface Parts {
  readonly catalog: Catalog;
  readonly options: GenwatchOptions;
  /** Where the routes of this data source begin. */
  readonly proxy: string;
  readonly services: Services;
}

interface Asked extends Parts {
  readonly request: DataQueryRequest<DataQuery>;
  readonly queries: readonly GenwatchQuery[];
}

/** Who answers what: one request for all SQL, one for all PromQL, and each of the other queries by itself. */
export function branches(asked: Asked): Branch[] {
  const { catalog, queries } = asked;
  const targets = queries.flatMap((query) => {
    switch (query.kind) {
      case 'catalog':
        return [prepared('postgres', query.refId, () => sqlTarget(catalog, query))];
      case 'metric':
        return [prepared('prometheus', query.refId, () => seriesTarget(catalog, query))];
      case 'alerts':
        return alertsTargets(catalog, query);
      default:
        return [];
    }
  });
  return [
    ...(['postgres', 'prometheus'] as const).flatMap((name) => delegated(asked, name, targets)),
    ...targets.flatMap(({ refId, error }) => (error ? [answered(refId, () => of(failed([refId], error)))] : [])),
    ...queries.flatMap((query) => ownBranch(asked, query)),
  ];
}

function alertsTargets(catalog: Catalog, query: AlertsQuery): Prepared[] {
  switch (query.show) {
    case 'history':
      return [prepared('prometheus', query.refId, () => historyTarget(catalog, query))];
    case 'pending':
      return [prepared('prometheus', query.refId, () => pendingTarget(catalog, query))];
    case 'firing':
      return [];
  }
}

interface Prepared {
  readonly name: DelegateName;
  readonly refId: string;
  readonly target?: DataQuery;
  readonly error?: unknown;
}

/** A query that cannot be made fails alone: the others go on. */
function prepared(name: DelegateName, refId: string, make: () => DataQuery): Prepared {
  try {
    return { name, refId, target: make() };
  } catch (error) {
    return { name, refId, error };
  }
}

function delegated(asked: Asked, name: DelegateName, all: readonly Prepared[]): Branch[] {
  const { options, services, request } = asked;
  const targets = all.flatMap((one) => (one.name === name && one.target ? [one.target] : []));
  if (targets.length === 0) {
    return [];
  }
  const source = () => delegate(name, options[DELEGATES[name].option], services.find);
  const answers = handedOn(request, { name, source, targets });
  return [
    {
      refIds: targets.map(({ refId }) => refId),
      answers: answers.pipe(
        map((answer) => (name === 'postgres' ? explainSql(answer) : explainPrometheus(withPending(asked, answer))))
      ),
    },
  ];
}

/** What Prometheus says of pending alerts becomes the table that the firing ones have. */
function withPending({ catalog, queries }: Asked, answer: DataQueryResponse): DataQueryResponse {
  const pending = queries.flatMap((query) =>
    query.kind === 'alerts' && query.show === 'pending' ? [query.refId] : []
  );
  if (pending.length === 0 || answer.state === LoadingState.Loading) {
    return answer;
  }
  // An error without a query is an error of all of them; an empty table would say that nothing is pending.
  const hasFailed = (refId: string) => answer.errors?.some((error) => (error.refId ?? refId) === refId) ?? false;
  const frames = answer.data.map((one) => toDataFrame(one));
  const of = (refId: string) => frames.filter((frame) => frame.refId === refId);
  return {
    ...answer,
    data: [
      ...frames.filter(({ refId }) => !pending.includes(refId ?? '')),
      ...pending.filter((refId) => !hasFailed(refId)).map((refId) => pendingFrame(catalog, refId, of(refId))),
    ],
  };
}

function ownBranch(asked: Asked, query: GenwatchQuery): Branch[] {
  switch (query.kind) {
    case 'thresholds':
      return [answered(query.refId, () => of({ data: [thresholdsFrame(asked.catalog, query.refId, query.system)] }))];
    case 'endpoint':
      return [answered(query.refId, () => endpointAnswer(asked, query))];
    case 'alerts':
      return query.show === 'firing' ? [answered(query.refId, () => firingAnswer(asked, query))] : [];
    default:
      return [];
  }
}

const answered = (refId: string, answers: () => Observable<DataQueryResponse>): Branch => ({
  refIds: [refId],
  answers: defer(answers),
});

const endpointAnswer = (asked: Asked, query: EndpointQuery): Observable<DataQueryResponse> =>
  endpointDocument(asked, query.endpoint, `${asked.request.requestId}-${query.refId}`).pipe(
    map((document) => ({ data: [documentFrame(document, query.refId, query)] }))
  );

const firingAnswer = (asked: Asked, query: AlertsQuery): Observable<DataQueryResponse> =>
  endpointDocument(asked, 'alertmanager-alerts', `${asked.request.requestId}-${query.refId}`).pipe(
    map((document) => ({ data: [alertsFrame(document, query.refId, query, keptLabels(asked.catalog))] }))
  );
