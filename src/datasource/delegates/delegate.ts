import { type DataQueryRequest, type DataQueryResponse, type DataSourceApi } from '@grafana/data';
import { type DataQuery } from '@grafana/schema';
import { defer, from, switchMap, type Observable } from 'rxjs';

/** The data sources of Grafana that do the reading. */
export const DELEGATES = {
  postgres: { option: 'postgresUid', title: 'PostgreSQL', types: ['grafana-postgresql-datasource', 'postgres'] },
  prometheus: { option: 'prometheusUid', title: 'Prometheus', types: ['prometheus'] },
} as const;
export type DelegateName = keyof typeof DELEGATES;

/** Finds a data source by its uid; rejects when there is none, or the user may not use it. */
export type FindDataSource = (uid: string) => Promise<DataSourceApi>;

/**
 * The data source behind a delegate.
 * @throws Error telling what to choose in the settings
 */
export async function delegate(
  name: DelegateName,
  uid: string | undefined,
  find: FindDataSource
): Promise<DataSourceApi> {
  const { title, types } = DELEGATES[name];
  if (!uid) {
    throw new Error(`No ${title} data source is chosen. Choose one in the settings of this data source.`);
  }
  const found = await find(uid).catch((cause: unknown) => {
    throw new Error(
      `The ${title} data source "${uid}" does not exist, or you may not use it. Choose another one, or ask for permission to query it.`,
      { cause }
    );
  });
  if (!(types as readonly string[]).includes(found.type)) {
    throw new Error(`The data source "${found.name}" is of type ${found.type}, not ${title}. Choose another one.`);
  }
  return found;
}

interface Handed {
  readonly name: DelegateName;
  readonly source: () => Promise<DataSourceApi>;
  readonly targets: readonly DataQuery[];
}

/**
 * The answers of a delegate to some targets of a request. It is the delegate that replaces variables and macros, so both
 * are handed on as they are; its requests have an id of their own, because equal ids cancel each other.
 */
export function handedOn(
  request: DataQueryRequest<DataQuery>,
  { name, source, targets }: Handed
): Observable<DataQueryResponse> {
  const own: DataQueryRequest<DataQuery> = {
    ...request,
    requestId: `${request.requestId}-${name}`,
    headers: { ...request.headers },
    scopedVars: { ...request.scopedVars, ...PROTECTION },
    targets: [...targets],
  };
  return defer(source).pipe(switchMap((found) => from(found.query(own))));
}

const PROTECTION = { __dollar: { text: '$', value: '$' }, __empty: { text: '', value: '' } };

/** Text that the delegate must take as it stands: it would look for variables in it. */
export const protectedText = (text: string): string =>
  text.replace(/\$|\[(?=\[)/g, (found) => (found === '$' ? '${__dollar:raw}' : '[${__empty:raw}'));
