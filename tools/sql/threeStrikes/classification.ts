import {
  FAILURE_CATEGORIES,
  SEVERITIES,
  type CategoryPattern,
  type FailureCategory,
  type Severity,
} from '../../../src/catalog/settings/settings';
import { literal } from '../../../src/catalog/sql/literal';
import { matchesAny } from '../../../src/catalog/sql/pattern';
import { inOrder } from '../../../src/catalog/sql/inOrder';
import { type Step } from '../script';
import { requiredWords } from './requiredWords';

/** As documented; an error is critical only when the application says so. */
const SEVERITY_OF: Readonly<Record<FailureCategory, Severity>> = {
  ai_timeout: 'high',
  rate_limit: 'medium',
  validation_error: 'high',
  dependency_error: 'high',
  syntax_error: 'medium',
  unknown: 'medium',
};

/** So much of a message is looked at: what an error is stands at its beginning, and some hold a whole file. */
const LENGTH = 4000;

/** SQL: what is looked at of a message. */
export const lookedAt = (message: string): string => `left(${message}, ${LENGTH})`;

/**
 * SQL: the category of a text, by the first pattern that matches.
 *
 * @param small the text in small letters, as `lower(… COLLATE "C")` makes it; something that is not computed for each word
 */
export function categoryOf(text: string, small: string, patterns: readonly CategoryPattern[]): string {
  const matches = (pattern: string): string => {
    const words = requiredWords(pattern);
    const matched = matchesAny(text, [pattern]);
    return words
      ? inOrder(words.map((word) => `strpos(${small}, ${literal(word)}) > 0`).join(' OR '), matched)
      : matched;
  };
  const cases = patterns.map(({ category, pattern }) => `WHEN ${matches(pattern)} THEN ${literal(category)}`);
  return cases.length === 0
    ? `'unknown'`
    : `CASE\n${cases.map((one) => `      ${one}`).join('\n')}\n      ELSE 'unknown'\n    END`;
}

/** SQL: the severity that errors of a category have. */
export const severityOf = (category: string): string =>
  `CASE ${category} ${FAILURE_CATEGORIES.filter((one) => SEVERITY_OF[one] !== SEVERITY_OF.unknown)
    .map((one) => `WHEN ${literal(one)} THEN ${literal(SEVERITY_OF[one])}`)
    .join(' ')} ELSE ${literal(SEVERITY_OF.unknown)} END`;

export const isCategory = (text: string): string => `${text} IN (${FAILURE_CATEGORIES.map(literal).join(', ')})`;
export const isSeverity = (text: string): string => `${text} IN (${SEVERITIES.map(literal).join(', ')})`;

export const classificationSteps = (patterns: readonly CategoryPattern[]): readonly Step[] => [
  {
    says: 'Category and severity of an error, by its message. Critical is nothing by itself: the application says so.',
    sql: `CREATE OR REPLACE FUNCTION genwatch_classify(message text, OUT category text, OUT severity text)
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $body$
  SELECT found.category, ${severityOf('found.category')}
  FROM (
    SELECT ${categoryOf('given.text', 'given.small', patterns)} AS category
    FROM (SELECT ${lookedAt('message')} AS text, lower(${lookedAt('message')} COLLATE "C") AS small OFFSET 0) AS given
  ) AS found
$body$`,
  },
];
