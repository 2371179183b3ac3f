import { type DataQueryRequest, type DataQueryResponse } from '@grafana/data';
import { type DataQuery } from '@grafana/schema';
import { defer, map, of, type Observable } from 'rxjs';

import { type Catalog } from '../../catalog/catalog';
import { alertsFrame } from '../endpoints/alertsFrame';
import { documentFrame } from '../endpoints/documentFrame';
import { endpointDocument } from '../endpoints/endpointDocument';
import { thresholdsFrame } from '../frames/thresholdsFrame';
import { type GenwatchOptions } from '../options';
import { type AlertsQuery, type EndpointQuery, type GenwatchQuery } from '../query/query';
import { type Services } from '../services';
import { failed, type Branch } from './combine';
import { delegate, DELEGATES, handedOn, type DelegateName } from './delegate';
import { explainSql } from './explainSql';
import { historyTarget, seriesTarget } from './prometheusTarget';
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
        return query.show === 'history'
          ? [prepared('prometheus', query.refId, () => historyTarget(catalog, query))]
          : [];
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

function delegated({ options, services, request }: Asked, name: DelegateName, all: readonly Prepared[]): Branch[] {
  const targets = all.flatMap((one) => (one.name === name && one.target ? [one.target] : []));
  if (targets.length === 0) {
    return [];
  }
  const source = () => delegate(name, options[DELEGATES[name].option], services.find);
  const answers = handedOn(request, { name, source, targets });
  return [
    {
      refIds: targets.map(({ refId }) => refId),
      answers: name === 'postgres' ? answers.pipe(map(explainSql)) : answers,
    },
  ];
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
    map((document) => ({ data: [alertsFrame(document, query.refId, query)] }))
  );
