import { Button, EmptyState, Stack, Text } from '@grafana/ui';
import React, { useMemo } from 'react';

import { t } from '../../app/t';
import { type AnswersProps } from '../../shared/AnswersView';
import { useAddress } from '../../shared/useAddress';
import { FAILURE_FILTER_KEYS, failureFilterOf, filteredFailures } from './failureFilter';
import { FailureFilters } from './FailureFilters';
import { MOST_FAILURES } from './failureQueries';
import { failureRows } from './failureRow';
import { FailuresTable } from './FailuresTable';

/** What failed in the range, by fingerprint, behind search and filters. */
export function KnownFailures({ answers }: Pick<AnswersProps, 'answers'>) {
  const rows = useMemo(() => failureRows(answers.frames('failures')), [answers]);
  const { params, setParameters } = useAddress<(typeof FAILURE_FILTER_KEYS)[number]>();
  const filter = failureFilterOf(params);
  const found = filteredFailures(rows, filter);
  if (answers.error('failures') !== undefined) {
    return null;
  }
  if (rows.length === 0) {
    return (
      <EmptyState variant="completed" message={t('failures.none', 'Nothing failed in this range')}>
        {t('failures.none-advice', 'The failures of the generator stand here, one row for those of the same cause.')}
      </EmptyState>
    );
  }
  return (
    <Stack direction="column" gap={2}>
      <FailureFilters filter={filter} onChange={setParameters} />
      <div role="status">
        <Text color="secondary" variant="bodySmall">
          {t('failures.found', '', {
            count: rows.length,
            found: found.length,
            defaultValue_one: '{{found}} of {{count}} kind of failure',
            defaultValue_other: '{{found}} of {{count}} kinds of failures',
          })}
          {rows.length >= MOST_FAILURES &&
            ` ${t('failures.most', 'There are more: these are the most frequent ones.')}`}
        </Text>
      </div>
      {found.length > 0 ? (
        <FailuresTable rows={found} />
      ) : (
        <EmptyState
          variant="not-found"
          message={t('failures.not-found', 'No failure matches your search')}
          button={
            <Button
              variant="secondary"
              onClick={() => setParameters(Object.fromEntries(FAILURE_FILTER_KEYS.map((key) => [key, ''])))}
            >
              {t('failures.show-all', 'Show all failures')}
            </Button>
          }
        />
      )}
    </Stack>
  );
}
