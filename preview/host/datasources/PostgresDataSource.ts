import { type LegacyMetricFindQueryOptions, type MetricFindValue, type ScopedVars } from '@grafana/data';
import { DataSourceWithBackend, frameToMetricFindValue, getTemplateSrv } from '@grafana/runtime';
import { type DataQuery } from '@grafana/schema';
import { lastValueFrom } from 'rxjs';

import { oneOffRequest } from './oneOffRequest';

export interface SqlQuery extends DataQuery {
  readonly rawSql: string;
  readonly format?: string;
}

/** Grafana's PostgreSQL data source as far as our queries need it: variables here, macros on the server. */
export class PostgresDataSource extends DataSourceWithBackend<SqlQuery> {
  override applyTemplateVariables({ refId, rawSql, format, hide }: SqlQuery, scopedVars: ScopedVars): SqlQuery {
    return { refId, format, hide, rawSql: getTemplateSrv().replace(rawSql, scopedVars, literal) };
  }

  override filterQuery({ rawSql, hide }: SqlQuery): boolean {
    return Boolean(rawSql) && !hide;
  }

  /** The values of a variable: the rows of a statement. */
  override async metricFindQuery(
    rawSql: string,
    options: LegacyMetricFindQueryOptions = {}
  ): Promise<MetricFindValue[]> {
    const request = oneOffRequest<SqlQuery>([{ refId: 'variable', rawSql, format: 'table' }], options);
    const { data, errors = [] } = await lastValueFrom(this.query(request));
    const [error] = errors;
    if (error) {
      throw new Error(error.message);
    }
    return data[0] ? frameToMetricFindValue(data[0]) : [];
  }
}

interface Variable {
  readonly multi?: boolean;
  readonly includeAll?: boolean;
}

/** A value as Grafana 12 writes it into SQL: with quotes of its own only where several may be chosen. */
function literal(value: string | number | Array<string | number>, { multi, includeAll }: Variable): string | number {
  if (Array.isArray(value)) {
    return value.map((one) => quoted(String(one))).join(',');
  }
  if (typeof value === 'number') {
    return value;
  }
  return multi || includeAll ? quoted(value) : escaped(value);
}

const escaped = (text: string): string => text.replaceAll("'", "''");
const quoted = (text: string): string => `'${escaped(text)}'`;
