import { EmptyState, Stack, Text } from '@grafana/ui';
import React, { useMemo, useState } from 'react';

import { type Source } from '../../app/installation';
import { t } from '../../app/t';
import { type AnswersProps } from '../../shared/AnswersView';
import { Facts } from '../../shared/Facts';
import { FailureNotice } from '../../shared/FailureNotice';
import { durationInWords } from '../../shared/time/durationInWords';
import { useAddress } from '../../shared/useAddress';
import { filteredImpact, impactFilterOf, type IMPACT_FILTER_KEYS } from './impactFilter';
import { ImpactFilters } from './ImpactFilters';
import { MOST_AFFECTED } from './impactQueries';
import { impactRows, impactSummary } from './impactRow';
import { ImpactTable } from './ImpactTable';
import { useAffectedIds } from './useAffectedIds';

/** For whom generations failed in the range, and who is still waiting for one that works. */
export function impactView(source: Source) {
  return function ImpactView({ answers }: Pick<AnswersProps, 'answers'>) {
    const { params, setParameters } = useAddress<(typeof IMPACT_FILTER_KEYS)[number]>();
    const filter = impactFilterOf(params);
    const { of } = filter;
    const [showsIds, setShowsIds] = useState(false);
    const { ids, error } = useAffectedIds(source, answers.range, showsIds);
    const rows = useMemo(() => impactRows(answers.frames(of), of), [answers, of]);
    const { failed, repeatedly, never, meanRecovery } = useMemo(() => impactSummary(rows), [rows]);
    const found = filteredImpact(rows, filter, ids);
    return (
      <Stack direction="column" gap={2}>
        <ImpactFilters filter={filter} showsIds={showsIds} onChange={setParameters} onShowIds={setShowsIds} />
        {error !== undefined && <FailureNotice messages={[error]} />}
        {answers.error(of) === undefined && rows.length === 0 && (
          <EmptyState
            variant="completed"
            message={
              of === 'user'
                ? t('impact.no-user', 'No generation failed for a known user in this range')
                : t('impact.no-project', 'No generation failed for a known project in this range')
            }
          />
        )}
        {rows.length > 0 && (
          <>
            <Facts
              facts={[
                [t('impact.summary.failed', 'With failures'), failed],
                [t('impact.summary.repeatedly', 'Repeatedly'), repeatedly],
                [t('impact.summary.never', 'Never recovered'), never],
                [
                  t('impact.summary.recovery', 'Mean time to recovery'),
                  meanRecovery === undefined ? undefined : durationInWords(meanRecovery),
                ],
              ]}
            />
            <Text color="secondary" variant="bodySmall">
              {t(
                'impact.about',
                'Recovered means: a generation succeeded after the last failure. Time to recovery counts from the first failure of a run of failures to the success that ended it. Only this range is looked at.'
              )}
            </Text>
            <div role="status">
              <Text color="secondary" variant="bodySmall">
                {t('impact.found', '{{found}} of {{total}}', { found: found.length, total: rows.length })}
                {rows.length >= MOST_AFFECTED &&
                  ` ${t('impact.most', 'There are more: these are those with the most failures.')}`}
              </Text>
            </div>
            {found.length > 0 ? (
              <ImpactTable of={of} rows={found} ids={ids} />
            ) : (
              <EmptyState variant="not-found" message={t('impact.not-found', 'Nobody matches your search')} />
            )}
          </>
        )}
      </Stack>
    );
  };
}
