import { catalogQuery } from '../../shared/catalogQuery';
import { type GenwatchQuery } from '../../datasource/query/query';

/** As many as a person goes through; a page says when there are more. */
export const MOST_FAILURES = 500;
export const MOST_OCCURRENCES = 50;

/** What failed, by fingerprint, and what the exporter makes of messages that no category knows. */
export const FAILURES_QUERIES: readonly GenwatchQuery[] = [
  catalogQuery('failures', 'generation.failures', { limit: String(MOST_FAILURES) }),
  {
    refId: 'templates',
    kind: 'endpoint',
    endpoint: 'exporter-templates',
    rows: 'templates',
    fields: [
      ...['id', 'setting', 'template', 'name', 'category', 'examples'].map((path) => ({ path, type: 'text' as const })),
      { path: 'count', type: 'number' },
      ...['firstSeen', 'lastSeen'].map((path) => ({ path, type: 'time' as const })),
    ],
  },
];

/** All about one fingerprint. */
export const failureQueries = (fingerprint: string): GenwatchQuery[] => [
  catalogQuery('failure', 'generation.failures', { subject: fingerprint }),
  catalogQuery('occurrences', 'generation.failure_occurrences', {
    subject: fingerprint,
    limit: String(MOST_OCCURRENCES),
  }),
  catalogQuery('similar', 'generation.similar_failures', { subject: fingerprint, limit: '20' }),
];
