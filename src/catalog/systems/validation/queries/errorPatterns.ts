import { type Query } from '../../../kinds/query';
import { decision } from '../../../kinds/source';
import { type Settings } from '../../../settings/settings';
import { literal } from '../../../sql/literal';
import { matchesAny } from '../../../sql/pattern';
import { isAttempt, messagesWithin } from './messagesWithin';
import { rangeOf } from '../../../sql/range';
import { andChosenScene } from './sceneFilter';

/** What an attempt is counted as when no pattern matches it. */
const OTHER_PATTERN = 'Other';

/**
 * Repair attempts of a range by the first pattern that matches them, and in how many chats: every pattern with its
 * zeros, the most frequent first, equal ones in the order of the settings.
 */
export function errorPatterns(settings: Settings): Query {
  return {
    id: 'validation.error_patterns',
    title: 'Repair attempts by error pattern',
    columns: { pattern: 'text', occurrences: 'integer', chats: 'integer' },
    sql: (parameters) => `WITH named (position, pattern) AS (
  VALUES ${rows(settings)}
), attempt AS (
  SELECT chat, ${firstMatch(settings)} AS pattern
  FROM ${messagesWithin(settings, rangeOf(parameters))}
  WHERE ${isAttempt(settings)}${andChosenScene('scene', parameters)}
)
SELECT pattern, CAST(count(attempt.pattern) AS integer) AS occurrences, CAST(count(DISTINCT attempt.chat) AS integer) AS chats
FROM named LEFT JOIN attempt USING (pattern)
GROUP BY position, pattern
ORDER BY occurrences DESC, position`,
    source: decision('6', 'first match wins'),
  };
}

function rows({ validation: { patterns } }: Settings): string {
  const names = new Set([...patterns.map(({ name }) => name), OTHER_PATTERN]);
  return [...names].map((name, i) => `(${i + 1}, ${literal(name)})`).join(', ');
}

function firstMatch({ validation: { patterns } }: Settings): string {
  const cases = patterns.map(({ name, pattern }) => `WHEN ${matchesAny('content', [pattern])} THEN ${literal(name)}`);
  return cases.length > 0 ? `CASE ${cases.join(' ')} ELSE ${literal(OTHER_PATTERN)} END` : literal(OTHER_PATTERN);
}
