import { type FailureRow } from './failureRow';

/** What of the failures is shown; nothing means all of them. */
export interface FailureFilter {
  readonly search: string;
  readonly category: string | undefined;
  readonly severity: string | undefined;
}

export const FAILURE_FILTER_KEYS = ['search', 'category', 'severity'] as const;

export const failureFilterOf = (params: URLSearchParams): FailureFilter => ({
  search: params.get('search') ?? '',
  category: params.get('category') || undefined,
  severity: params.get('severity') || undefined,
});

/** Rows that hold every word of the search in what is shown of them, and are of the chosen category and severity. */
export function filteredFailures(
  rows: readonly FailureRow[],
  { search, category, severity }: FailureFilter
): FailureRow[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return rows
    .filter((row) => category === undefined || row.category === category)
    .filter((row) => severity === undefined || row.severity === severity)
    .filter((row) => {
      const text = [row.errorType, row.message, row.fingerprint, row.category, row.severity].join('\n').toLowerCase();
      return words.every((word) => text.includes(word));
    });
}
