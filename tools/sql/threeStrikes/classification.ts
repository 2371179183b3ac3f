import {
  FAILURE_CATEGORIES,
  SEVERITIES,
  type CategoryPattern,
  type FailureCategory,
  type Severity,
} from '../../../src/catalog/settings/settings';
import { literal } from '../../../src/catalog/sql/literal';
import { matchesAny } from '../../../src/catalog/sql/pattern';
import { type Step } from '../script';

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

/** SQL: the category of a message, by the first pattern that matches. */
export function categoryOf(message: string, patterns: readonly CategoryPattern[]): string {
  const beginning = `left(${message}, ${LENGTH})`;
  const cases = patterns.map(
    ({ category, pattern }) => `WHEN ${matchesAny(beginning, [pattern])} THEN ${literal(category)}`
  );
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
  FROM (SELECT ${categoryOf('message', patterns)} AS category) AS found
$body$`,
  },
];
