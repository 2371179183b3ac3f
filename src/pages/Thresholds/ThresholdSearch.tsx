import { Button, EmptyState, Field, FilterInput, Stack, Text } from '@grafana/ui';
import React, { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

import { t } from '../../app/t';
import { searchRows } from './searchRows';
import { type ThresholdRow } from './thresholdRow';
import { ThresholdsTable } from './ThresholdsTable';

const SEARCH = 'search';

/** The table behind a search field. The search stands in the URL, so that a view can be shared. */
export function ThresholdSearch({ rows }: { readonly rows: readonly ThresholdRow[] }) {
  const [params, setParams] = useSearchParams();
  const search = params.get(SEARCH) ?? '';
  const found = useMemo(() => searchRows(rows, search), [rows, search]);

  const setSearch = (text: string) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        if (text) {
          after.set(SEARCH, text);
        } else {
          after.delete(SEARCH);
        }
        return after;
      },
      { replace: true }
    );

  return (
    <Stack direction="column" gap={2}>
      <Field label={t('thresholds.search.label', 'Search thresholds')} noMargin>
        <FilterInput
          id="threshold-search"
          value={search}
          escapeRegex={false}
          placeholder={t('thresholds.search.placeholder', 'Title, id, system, level or words of the source')}
          onChange={setSearch}
        />
      </Field>
      <div role="status">
        <Text color="secondary" variant="bodySmall">
          {t('thresholds.search.found', '', {
            count: rows.length,
            found: found.length,
            defaultValue_one: '{{found}} of {{count}} threshold',
            defaultValue_other: '{{found}} of {{count}} thresholds',
          })}
        </Text>
      </div>
      {found.length > 0 ? (
        <ThresholdsTable rows={found} />
      ) : (
        <EmptyState
          variant="not-found"
          message={t('thresholds.empty.message', 'No threshold matches your search')}
          button={
            <Button variant="secondary" onClick={() => setSearch('')}>
              {t('thresholds.empty.clear', 'Show all thresholds')}
            </Button>
          }
        >
          {t('thresholds.empty.advice', 'Every word must appear in a threshold. Try fewer words, or part of its id.')}
        </EmptyState>
      )}
    </Stack>
  );
}
