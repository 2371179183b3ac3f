import {
  DataSourceApi,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceInstanceSettings,
  type ScopedVars,
  type TestDataSourceResponse,
} from '@grafana/data';
import { type Observable } from 'rxjs';

import { type Catalog } from '../catalog/catalog';
import { configuredCatalog } from '../catalog/configuredCatalog';
import { genwatchAnnotations } from './annotations/genwatchAnnotations';
import { branches } from './delegates/branches';
import { combine } from './delegates/combine';
import { testParts } from './health/testParts';
import { type GenwatchOptions } from './options';
import { expandVariables } from './query/expandVariables';
import { interpolateQuery } from './query/interpolateQuery';
import { migrateQuery } from './query/migrateQuery';
import { isComplete, type GenwatchQuery } from './query/query';
import { grafanaServices, type Services } from './services';
import { GenwatchVariables } from './GenwatchVariables';

/** Answers the catalog's queries through Grafana's own PostgreSQL and Prometheus data sources, and JSON through its routes. */
export class GenwatchDataSource extends DataSourceApi<GenwatchQuery, GenwatchOptions> {
  override readonly annotations = genwatchAnnotations;
  override readonly variables = new GenwatchVariables();
  readonly catalog: Catalog;
  private readonly options: GenwatchOptions;
  private readonly proxy: string;

  constructor(
    settings: DataSourceInstanceSettings<GenwatchOptions>,
    private readonly services: Services = grafanaServices()
  ) {
    super(settings);
    this.options = settings.jsonData;
    this.proxy = settings.url ?? '';
    this.catalog = configuredCatalog(this.options.settings);
  }

  query(request: DataQueryRequest<GenwatchQuery>): Observable<DataQueryResponse> {
    const queries = request.targets
      .map(migrateQuery)
      .filter((query) => !query.hide && isComplete(query))
      .map((query) => this.interpolated(query, request.scopedVars));
    return combine(branches({ ...this.parts(), request, queries }));
  }

  override filterQuery(query: GenwatchQuery): boolean {
    return isComplete(migrateQuery(query));
  }

  testDatasource(): Promise<TestDataSourceResponse> {
    return testParts(this.parts());
  }

  private parts() {
    const { catalog, options, proxy, services } = this;
    return { catalog, options, proxy, services };
  }

  private interpolated(query: GenwatchQuery, scopedVars: ScopedVars): GenwatchQuery {
    const { replace } = this.services;
    return interpolateQuery(
      query,
      (text) => replace(text, scopedVars),
      (text) => expandVariables(text, (one, format) => replace(one, scopedVars, format))
    );
  }
}
