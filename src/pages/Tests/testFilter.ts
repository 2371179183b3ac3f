import { type TestRow } from './testRow';

export const TEST_STATES = ['proposed', 'approved', 'failing', 'regression', 'flaky', 'rejected'] as const;
export const TEST_FILTER_KEYS = ['search', 'state'] as const;

/** What of the tests is shown; nothing means all of them. */
export interface TestFilter {
  readonly search: string;
  readonly state: string | undefined;
}

export const testFilterOf = (params: URLSearchParams): TestFilter => ({
  search: params.get('search') ?? '',
  state: params.get('state') || undefined,
});

/** Tests that hold every word of the search, and are in the chosen state; a regression is failing, too. */
export function filteredTests(tests: readonly TestRow[], { search, state }: TestFilter): TestRow[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return tests
    .filter((test) => state === undefined || isIn(test, state))
    .filter(({ name, errorType, target, id }) => {
      const text = [name, errorType, target, id].join('\n').toLowerCase();
      return words.every((word) => text.includes(word));
    });
}

function isIn(test: TestRow, state: string): boolean {
  switch (state) {
    case 'flaky':
      return test.isFlaky;
    case 'failing':
      return test.state === 'failing' || test.state === 'regression';
    default:
      return test.state === state;
  }
}
