import { type Query } from '../../../kinds/query';
import { own } from '../../../kinds/source';
import { type Settings } from '../../../settings/settings';
import { rangeOf } from '../../../sql/range';
import { failuresWithin } from './failuresWithin';
import { latestOfKinds } from './latestOfKinds';
import { MESSAGE_LENGTH } from './messageLength';

/** Of the words of both messages so many are in both. */
const SHARED_PERCENT = 40;

/** Messages are compared by what begins them: what follows is often code. */
const COMPARED_LENGTH = 500;

/**
 * What failed in the range much as the chosen fingerprint did: other fingerprints of the same error type, or whose latest
 * message shares words with its latest message. Nothing where none is chosen. Words are of three letters at least; numbers
 * are none.
 */
export const similarFailures = (settings: Settings): Query => ({
  id: 'generation.similar_failures',
  title: 'Failures similar to one',
  columns: {
    fingerprint: 'text',
    error_type: 'text',
    message: 'text',
    occurrences: 'integer',
    last_seen: 'instant',
    shared_words: 'percent',
    same_type: 'text',
  },
  sql: (parameters) => `WITH kind AS (
  SELECT fingerprint, count(*) AS occurrences, max(at) AS last_seen
  FROM ${failuresWithin(settings, rangeOf(parameters), ['fingerprint'])}
  GROUP BY fingerprint
), latest AS (
  ${latestOfKinds(settings, rangeOf(parameters), ['error_type', 'error_message'])}
), worded AS (
  SELECT *, ARRAY(
    SELECT DISTINCT word FROM regexp_split_to_table(lower(left(error_message, ${COMPARED_LENGTH})), '[^[:alpha:]]+') AS word
    WHERE length(word) >= 3
  ) AS words
  FROM latest
), compared AS (
  SELECT other.*, other.error_type = chosen.error_type AS is_same_type,
    cardinality(ARRAY(SELECT unnest(other.words) INTERSECT SELECT unnest(chosen.words))) * 100.0
      / nullif(cardinality(ARRAY(SELECT unnest(other.words) UNION SELECT unnest(chosen.words))), 0) AS shared
  FROM worded AS chosen JOIN worded AS other ON other.fingerprint <> chosen.fingerprint
  WHERE chosen.fingerprint = ${parameters.subject ?? 'NULL'}
)
SELECT fingerprint, error_type, left(error_message, ${MESSAGE_LENGTH}) AS message, CAST(occurrences AS integer) AS occurrences, last_seen,
  CAST(round(coalesce(shared, 0), 2) AS double precision) AS shared_words, CASE WHEN is_same_type THEN 'same type' ELSE '' END AS same_type
FROM compared JOIN kind USING (fingerprint)
WHERE is_same_type OR shared >= ${SHARED_PERCENT}
ORDER BY shared DESC NULLS LAST, is_same_type DESC, occurrences DESC, fingerprint
LIMIT ${parameters.limit}`,
  source: own('two fingerprints of one cause are told by their type or by their words'),
});
