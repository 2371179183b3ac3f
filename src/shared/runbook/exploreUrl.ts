import { urlUtil } from '@grafana/data';

import { type Source } from '../../app/installation';
import { DELEGATES } from '../../datasource/delegates/delegate';
import { userMay } from '../userMay';

/** How far back a query of a runbook looks in Explore. */
const RANGE = { from: 'now-24h', to: 'now' };

/** Whether the user may ask anything there. */
export const mayExplore = (): boolean => userMay('datasources:explore');

/** Explore with a query of a runbook; nothing for what no data source can be asked. */
export function exploreUrl(source: Source, language: string, code: string): string | undefined {
  const { postgresUid, prometheusUid } = source.options;
  switch (language) {
    case 'sql':
      return postgresUid
        ? paneUrl(postgresUid, DELEGATES.postgres.types[0], {
            rawSql: code.replace(/;\s*$/, ''),
            rawQuery: true,
            format: 'table',
            editorMode: 'code',
          })
        : undefined;
    case 'promql':
      return prometheusUid
        ? paneUrl(prometheusUid, DELEGATES.prometheus.types[0], { expr: code, editorMode: 'code' })
        : undefined;
    default:
      return undefined;
  }
}

const paneUrl = (uid: string, type: string, query: object): string =>
  urlUtil.renderUrl('/explore', {
    schemaVersion: 1,
    panes: JSON.stringify({
      genwatch: { datasource: uid, queries: [{ refId: 'A', datasource: { uid, type }, ...query }], range: RANGE },
    }),
  });
