import { type Query, type Tier } from '../../../kinds/query';
import { quote } from '../../../kinds/source';
import { type Settings } from '../../../settings/settings';
import { trafficMetrics } from '../trafficMetrics';
import { requests } from './requests';

const WINDOW = '24h';
const OUTCOMES = ['completed', 'replaced', 'unanswered', 'open'] as const;

const feed = (outcome: (typeof OUTCOMES)[number]) => ({
  metric: trafficMetrics.requests,
  labels: { outcome, window: WINDOW },
});

const TIER: Tier = {
  window: WINDOW,
  every: '1m',
  feeds: {
    completed: feed('completed'),
    replaced: feed('replaced'),
    unanswered: feed('unanswered'),
    open: feed('open'),
  },
};

/** What became of the requests of a range: always exactly one row, of zeros when there is nothing. */
export const requestSummary = (settings: Settings): Query => ({
  id: 'validation.request_summary',
  title: 'Requests of users by what became of them',
  columns: { completed: 'integer', replaced: 'integer', unanswered: 'integer', open: 'integer' },
  sql: (parameters) => `SELECT ${OUTCOMES.map(
    (outcome) => `CAST(count(*) FILTER (WHERE outcome = '${outcome}') AS integer) AS ${outcome}`
  ).join(',\n  ')}
FROM (
${requests(settings, parameters)}
) AS request`,
  tier: TIER,
  source: quote('validation', '5.2', 'Overall code generation success rate'),
});
