import { type Feed, type Parameters, type Query } from '../../../kinds/query';
import { quote } from '../../../kinds/source';
import { type Settings } from '../../../settings/settings';
import { trafficMetrics } from '../trafficMetrics';
import { requests } from './requests';

const OUTCOMES = ['completed', 'replaced', 'unanswered', 'open'] as const;

/** What its columns are over the last day. */
export const REQUEST_FEEDS: Readonly<Record<string, Feed>> = Object.fromEntries(
  OUTCOMES.map((outcome) => [outcome, { metric: trafficMetrics.requests, labels: { outcome, window: '24h' } }])
);

/** What became of the requests of a range: always exactly one row, of zeros when there is nothing. */
export const requestSummary = (settings: Settings): Query => ({
  id: 'validation.request_summary',
  title: 'Requests of users by what became of them',
  columns: { completed: 'integer', replaced: 'integer', unanswered: 'integer', open: 'integer' },
  sql: (parameters) => requestCounts(settings, parameters),
  source: quote('validation', '5.2', 'Overall code generation success rate'),
});

/** Its statement, out of events that were read already or of its own. */
export const requestCounts = (
  settings: Settings,
  parameters: Pick<Parameters, 'from' | 'to'>,
  events?: string
): string => `SELECT ${OUTCOMES.map(
  (outcome) => `CAST(count(*) FILTER (WHERE outcome = '${outcome}') AS integer) AS ${outcome}`
).join(',\n  ')}
FROM (
${requests(settings, parameters, events)}
) AS request`;
