import { type DataQuery } from '@grafana/schema';

import { type Catalog } from '../../catalog/catalog';
import { inWords, isDuration } from '../../catalog/exact/duration';
import { type Parameters } from '../../catalog/kinds/query';
import { literal } from '../../catalog/sql/literal';
import { type CatalogQuery } from '../query/query';

/** What Grafana's PostgreSQL data source takes. */
export interface SqlTarget extends DataQuery {
  readonly rawSql: string;
  readonly rawQuery: true;
  readonly format: 'table';
  readonly editorMode: 'code';
}

const LIMIT = '100';
const MOST_ROWS = 10_000;

/**
 * A statement of the catalog with Grafana's macros as its range. Of the user's texts it holds scenes and a subject
 * alone, as constants in which neither PostgreSQL nor Grafana finds anything to expand.
 * @throws Error when the catalog has no such statement, the limit is no whole number, or the interval no duration
 */
export function sqlTarget({ systems }: Catalog, query: CatalogQuery): SqlTarget {
  const { statement, limit = LIMIT, refId } = query;
  const definition = systems.flatMap(({ queries }) => queries).find(({ id }) => id === statement);
  if (!definition) {
    throw new Error(`The catalog has no query "${statement}". Choose one of the list.`);
  }
  if (!/^\d{1,5}$/.test(limit.trim()) || Number(limit) < 1 || Number(limit) > MOST_ROWS) {
    throw new Error(`"${limit}" is no limit of rows. Write a whole number from 1 to ${MOST_ROWS}.`);
  }
  return {
    refId,
    rawSql: definition.sql({
      from: '$__timeFrom()',
      to: '$__timeTo()',
      limit: String(Number(limit)),
      ...chosen(query),
    }),
    rawQuery: true,
    format: 'table',
    editorMode: 'code',
  };
}

/** What is chosen of scenes, a subject and buckets; a field left empty is not chosen. */
function chosen({
  scenes = [],
  subject = '',
  step = '',
}: CatalogQuery): Pick<Parameters, 'scenes' | 'subject' | 'step'> {
  const interval = step.trim();
  if (interval !== '' && (!isDuration(interval) || Number.parseInt(interval, 10) === 0)) {
    throw new Error(`"${step}" is no interval. Write a number and s, m, h or d, such as 15m.`);
  }
  return {
    ...(scenes.length > 0 && { scenes: scenes.map(literal).join(', ') }),
    ...(subject !== '' && { subject: literal(subject) }),
    ...(isDuration(interval) && { step: literal(inWords(interval)) }),
  };
}
