import { type DataQuery } from '@grafana/schema';

/** A statement of the catalog, ours or as documented, over the dashboard's range. */
export interface CatalogQuery extends DataQuery {
  kind: 'catalog';
  /** Id of the catalog's query: `validation.offenders`. */
  statement: string;
  /** Most rows of a list; whole number as text, so that a variable can stand for it. */
  limit?: string;
  /** The scenes to look at; all where nothing is said. */
  scenes?: string[];
  /** The one thing to look at, by its id: the fingerprint of a failure; every one where nothing is said. */
  subject?: string;
  /** How long a bucket is: `15m`. */
  step?: string;
}

/** A series of the catalog: what the exporter or an application exposes, or what a rule records. */
export interface MetricQuery extends DataQuery {
  kind: 'metric';
  /** Name of the metric or of the record. */
  series: string;
  /** Values that labels must have; several of one label stand in one list. */
  labels?: Record<string, string[]>;
  /** Labels to tell series apart by; every label of the contract where nothing is said. */
  by?: string[];
  legend?: string;
  /** Only the last value. */
  instant?: boolean;
}

/** A JSON document of one of the configured services. */
export interface EndpointQuery extends DataQuery {
  kind: 'endpoint';
  endpoint: EndpointId;
  /** Where in the document the rows are: `sources`, or nothing for the document itself. */
  rows?: string;
  /** The columns; every field of the first rows where nothing is said. */
  fields?: EndpointField[];
  /** Series want a time field and numbers. */
  format?: 'table' | 'series';
}

export interface EndpointField {
  /** Path in a row: `labels.severity`. */
  path: string;
  /** Name of the column; the path where nothing is said. */
  name?: string;
  type?: 'text' | 'number' | 'time' | 'boolean';
}

/** What can be asked for; each has a route of its own in plugin.json. */
export const ENDPOINTS = [
  'exporter-health',
  'exporter-templates',
  'console-alerts',
  'alertmanager-alerts',
  'alertmanager-silences',
] as const;
export type EndpointId = (typeof ENDPOINTS)[number];

/** The numbers of the catalog by which a system is judged. */
export interface ThresholdsQuery extends DataQuery {
  kind: 'thresholds';
  /** Id of a system; all where nothing is said. */
  system?: string;
}

/** What fires now, from Alertmanager; what will unless it recovers, or what fired when, from Prometheus. */
export interface AlertsQuery extends DataQuery {
  kind: 'alerts';
  show: 'firing' | 'pending' | 'history';
  system?: string;
  severity?: string;
}

/** Everything the data source can be asked; `kind` tells which. */
export type GenwatchQuery = CatalogQuery | MetricQuery | EndpointQuery | ThresholdsQuery | AlertsQuery;
export type QueryKind = GenwatchQuery['kind'];
export const QUERY_KINDS = [
  'catalog',
  'metric',
  'endpoint',
  'thresholds',
  'alerts',
] as const satisfies readonly QueryKind[];

/** A query of another kind, with what every query has. */
export function emptyQuery(kind: QueryKind, { refId, hide, key, datasource }: DataQuery): GenwatchQuery {
  const base: DataQuery = { refId, hide, key, datasource };
  switch (kind) {
    case 'catalog':
      return { ...base, kind, statement: '' };
    case 'metric':
      return { ...base, kind, series: '' };
    case 'endpoint':
      return { ...base, kind, endpoint: 'exporter-health' };
    case 'thresholds':
      return { ...base, kind };
    case 'alerts':
      return { ...base, kind, show: 'firing' };
  }
}

/** Whether a query says enough to be sent. */
export function isComplete(query: GenwatchQuery): boolean {
  switch (query.kind) {
    case 'catalog':
      return query.statement !== '';
    case 'metric':
      return query.series !== '';
    default:
      return true;
  }
}
