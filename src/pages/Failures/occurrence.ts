import { type DataFrame } from '@grafana/data';

import { numberIn, textIn } from '../../shared/cells';
import { rowsOf } from '../../shared/rowsOf';

/** One failure as it was written. */
export interface Occurrence {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly failedAt: number | undefined;
  readonly severity: string;
  readonly message: string;
  readonly framework: string;
  /** Pseudonyms; empty where nobody is known. */
  readonly user: string;
  readonly project: string;
  readonly request: string;
  /** JSON, a field a line. */
  readonly context: string;
  readonly stackTrace: string;
}

/** The answer to `generation.failure_occurrences`. */
export const occurrencesIn = (frames: readonly DataFrame[]): Occurrence[] =>
  rowsOf(frames).map((row) => ({
    id: textIn(row, 'id'),
    failedAt: numberIn(row, 'failed_at'),
    severity: textIn(row, 'severity'),
    message: textIn(row, 'message'),
    framework: textIn(row, 'framework'),
    user: textIn(row, 'user_pseudonym'),
    project: textIn(row, 'project_pseudonym'),
    request: textIn(row, 'user_request'),
    context: inLines(textIn(row, 'context')),
    stackTrace: textIn(row, 'stack_trace'),
  }));

/** What is no JSON stays as it is. */
function inLines(json: string): string {
  try {
    return json === '' ? '' : JSON.stringify(JSON.parse(json), undefined, 2);
  } catch {
    return json;
  }
}

/** How many of the occurrences each of them had, the most affected first. */
export function affectedBy(
  occurrences: readonly Occurrence[],
  who: 'user' | 'project'
): Array<{ readonly pseudonym: string; readonly occurrences: number }> {
  const counts = new Map<string, number>();
  for (const { [who]: pseudonym } of occurrences.filter((one) => one[who] !== '')) {
    counts.set(pseudonym, (counts.get(pseudonym) ?? 0) + 1);
  }
  return [...counts]
    .map(([pseudonym, count]) => ({ pseudonym, occurrences: count }))
    .sort((a, b) => b.occurrences - a.occurrences || a.pseudonym.localeCompare(b.pseudonym));
}
