import { type GenwatchQuery } from '../../datasource/query/query';
import { catalogQuery } from '../../shared/catalogQuery';

/** As many as a person goes through; the page says when there are more. */
export const MOST_AFFECTED = 1000;
const limit = String(MOST_AFFECTED);

export const IMPACT_QUERIES: readonly GenwatchQuery[] = [
  catalogQuery('user', 'generation.user_impact', { limit }),
  catalogQuery('project', 'generation.project_impact', { limit }),
];

/** Who stands behind the pseudonyms: asked for on demand only. */
export const IDS_QUERIES: readonly GenwatchQuery[] = [
  catalogQuery('ids', 'generation.affected_ids', { limit: '10000' }),
];
export const NO_QUERIES: readonly GenwatchQuery[] = [];
