import { Button, EmptyState, Stack, Text } from '@grafana/ui';
import React, { useMemo } from 'react';

import { t } from '../../app/t';
import { filteredRows, type ReadRow } from './thresholdFilter';
import { ThresholdFilters } from './ThresholdFilters';
import { ThresholdsTable } from './ThresholdsTable';
import { useThresholdFilter } from './useThresholdFilter';

/** The table behind search and filters. */
export function ThresholdSearch({ rows }: { readonly rows: readonly ReadRow[] }) {
  const { filter, setParameters, clear } = useThresholdFilter();
  const systems = useMemo(
    () => [...new Map(rows.map(({ systemId, system }) => [systemId, { id: systemId, title: system }])).values()],
    [rows]
  );
  const found = filteredRows(rows, filter);
  return (
    <Stack direction="column" gap={2}>
      <ThresholdFilters filter={filter} systems={systems} onChange={setParameters} />
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
        <ThresholdsTable rows={found} hasSystems={systems.length > 1} />
      ) : (
        <EmptyState
          variant="not-found"
          message={
            filter.onlyBreached && !filter.search
              ? t('thresholds.empty.none-breached', 'No threshold is breached, as far as is known')
              : t('thresholds.empty.message', 'No threshold matches your search')
          }
          button={
            <Button variant="secondary" onClick={clear}>
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
