import { type ScopedVars } from '@grafana/data';
import { getBackendSrv, getDataSourceSrv, getTemplateSrv } from '@grafana/runtime';
import { map, type Observable } from 'rxjs';

import { type FindDataSource } from './delegates/delegate';

type Format = (value: string | string[]) => string;

/** What the data source needs of Grafana. */
export interface Services {
  readonly find: FindDataSource;
  readonly replace: (text: string, scopedVars?: ScopedVars, format?: Format) => string;
  /** The JSON document at a path below the data source's proxy. */
  readonly getJson: (url: string, requestId?: string) => Observable<unknown>;
  /** What a path below the proxy answers to a document. */
  readonly postJson: (url: string, document: object) => Observable<unknown>;
}

export const grafanaServices = (): Services => ({
  find: (uid) => getDataSourceSrv().get({ uid }),
  replace: (text, scopedVars, format) => getTemplateSrv().replace(text, scopedVars, format),
  getJson: (url, requestId) =>
    getBackendSrv()
      .fetch<unknown>({ url, method: 'GET', showErrorAlert: false, ...(requestId && { requestId }) })
      .pipe(map(({ data }) => data)),
  postJson: (url, document) =>
    getBackendSrv()
      .fetch<unknown>({ url, method: 'POST', data: document, showErrorAlert: false })
      .pipe(map(({ data }) => data)),
});
