import { type ImpactRow } from './impactRow';
import { AFFECTED, type Affected } from './impactUrl';

export const IMPACT_FILTER_KEYS = ['of', 'search', 'only'] as const;
const ONLY = ['repeated', 'never'] as const;

/** What of the impact is shown. */
export interface ImpactFilter {
  readonly of: Affected;
  readonly search: string;
  /** Nothing means all of them. */
  readonly only: (typeof ONLY)[number] | undefined;
}

export const impactFilterOf = (params: URLSearchParams): ImpactFilter => ({
  of: AFFECTED.find((one) => one === params.get('of')) ?? 'user',
  search: params.get('search') ?? '',
  only: ONLY.find((one) => one === params.get('only')),
});

/** Rows whose pseudonym, or id where that is known, holds the search. */
export function filteredImpact(
  rows: readonly ImpactRow[],
  { search, only }: ImpactFilter,
  ids: ReadonlyMap<string, string>
): ImpactRow[] {
  const wanted = search.trim().toLowerCase();
  return rows
    .filter(({ isRepeated, hasRecovered }) =>
      only === 'repeated' ? isRepeated : only === 'never' ? !hasRecovered : true
    )
    .filter(({ pseudonym }) => [pseudonym, ids.get(pseudonym) ?? ''].some((one) => one.toLowerCase().includes(wanted)));
}
