import { type Query } from '../../../kinds/query';
import { quote } from '../../../kinds/source';
import { type Threshold } from '../../../kinds/threshold';
import { type Settings } from '../../../settings/settings';
import { fewestOverLimit } from './attemptLimit';
import { rangeOf } from '../../../sql/range';
import { repairChains } from './repairChains';
import { andChosenScene } from './sceneFilter';

/** Longer chains are counted together. */
const LONGEST = 12;

/**
 * How many chains of the chosen scenes had how many attempts, of those whose last attempt is in the range: a row for each
 * number up to the longest chain, and at least to the first one over the limit, with its zeros. A length is on one side
 * of the limit, and NULL on the other.
 */
export function chainLengths(settings: Settings, attemptLimit: Threshold): Query {
  const over = fewestOverLimit(attemptLimit);
  const last = Math.max(LONGEST, over);
  return {
    id: 'validation.chain_lengths',
    title: 'Repair chains by their number of attempts',
    columns: { attempts: 'text', within_limit: 'integer', over_limit: 'integer' },
    sql: (parameters) => `WITH repair_chain AS (
  SELECT least(attempts, ${last}) AS attempts
  FROM (
${repairChains(settings, parameters, attemptLimit)}
  ) AS chain
  WHERE last_attempt >= ${rangeOf(parameters).from}${andChosenScene('scene_name', parameters)}
), length AS (
  SELECT attempts FROM generate_series(1, greatest(${over}, (SELECT max(attempts) FROM repair_chain))) AS attempts
)
SELECT CASE WHEN length.attempts = ${last} THEN '${last} or more' ELSE CAST(length.attempts AS text) END AS attempts,
  CASE WHEN length.attempts < ${over} THEN CAST(count(repair_chain.attempts) AS integer) END AS within_limit,
  CASE WHEN length.attempts >= ${over} THEN CAST(count(repair_chain.attempts) AS integer) END AS over_limit
FROM length LEFT JOIN repair_chain USING (attempts)
GROUP BY length.attempts
ORDER BY length.attempts`,
    source: quote('validation', '1.2', 'Attempt Count Distribution'),
  };
}
