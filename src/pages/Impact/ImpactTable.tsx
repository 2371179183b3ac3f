import { dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { Badge, InteractiveTable, Stack, Text, useStyles2, type Column } from '@grafana/ui';
import React, { useMemo } from 'react';

import { t } from '../../app/t';
import { cardColumn } from '../../shared/table/cardColumn';
import { cardTable } from '../../shared/table/cardTable';
import { durationInWords } from '../../shared/time/durationInWords';
import { Moment } from '../../shared/time/Moment';
import { type ImpactRow } from './impactRow';
import { type Affected } from './impactUrl';

const ROWS_OF_A_PAGE = 50;

interface Props {
  readonly of: Affected;
  readonly rows: readonly ImpactRow[];
  /** Ids by pseudonym, where they are shown. */
  readonly ids: ReadonlyMap<string, string>;
}

/** One row per user or project that failed. */
export function ImpactTable({ of, rows, ids }: Props) {
  const styles = useStyles2(getStyles);
  const columns = useMemo(() => getColumns(of, ids), [of, ids]);
  const data = useMemo(() => [...rows], [rows]);
  return (
    <InteractiveTable
      className={styles.table}
      columns={columns}
      data={data}
      getRowId={({ pseudonym }) => pseudonym}
      pageSize={ROWS_OF_A_PAGE}
    />
  );
}

const getColumns = (of: Affected, ids: Props['ids']): Array<Column<ImpactRow>> => [
  cardColumn({
    id: 'pseudonym',
    header: of === 'user' ? t('impact.column.user', 'User') : t('impact.column.project', 'Project'),
    show: ({ pseudonym }) => (
      <Stack direction="column" gap={0}>
        <Text variant="code">{ids.get(pseudonym) ?? pseudonym}</Text>
        {ids.has(pseudonym) && (
          <Text color="secondary" variant="bodySmall">
            {pseudonym}
          </Text>
        )}
      </Stack>
    ),
  }),
  cardColumn({
    id: 'hasRecovered',
    header: t('impact.column.outcome', 'Outcome'),
    sortType: 'basic',
    show: ({ hasRecovered, failingSince }) => (
      <Stack direction="column" gap={0.5} alignItems="flex-start">
        {hasRecovered ? (
          <Badge color="green" icon="check" text={t('impact.recovered', 'recovered')} />
        ) : (
          <Badge color="red" icon="exclamation-circle" text={t('impact.never', 'never recovered')} />
        )}
        {!hasRecovered && failingSince !== undefined && (
          <Text color="secondary" variant="bodySmall">
            {t('impact.since', 'since {{at}}', { at: dateTimeFormat(failingSince) })}
          </Text>
        )}
      </Stack>
    ),
  }),
  cardColumn({
    id: 'failures',
    header: t('impact.column.failures', 'Failures'),
    sortType: 'number',
    show: ({ failures, mostInARow }) => (
      <Stack direction="column" gap={0}>
        <Text tabular>{failures}</Text>
        {mostInARow > 1 && (
          <Text color="secondary" variant="bodySmall">
            {t('impact.in-a-row', 'up to {{mostInARow}} in a row', { mostInARow })}
          </Text>
        )}
      </Stack>
    ),
  }),
  cardColumn({
    id: 'errorTypes',
    header: t('impact.column.error-types', 'Error types'),
    sortType: 'number',
    show: ({ errorTypes }) => <Text tabular>{errorTypes}</Text>,
  }),
  cardColumn({
    id: 'successes',
    header: t('impact.column.successes', 'Successes'),
    sortType: 'number',
    show: ({ successes }) => <Text tabular>{successes}</Text>,
  }),
  cardColumn({
    id: 'meanRecovery',
    header: t('impact.column.recovery', 'Time to recovery'),
    sortType: 'number',
    show: ({ meanRecovery, longestRecovery, recoveredRuns, failureRuns }) =>
      meanRecovery !== undefined && (
        <Stack direction="column" gap={0}>
          <span>{durationInWords(meanRecovery)}</span>
          {failureRuns > 1 && (
            <Text color="secondary" variant="bodySmall">
              {recoveredRuns > 1 && longestRecovery !== undefined
                ? t('impact.runs-longest', '{{recoveredRuns}} of {{failureRuns}} times, at most {{longest}}', {
                    recoveredRuns,
                    failureRuns,
                    longest: durationInWords(longestRecovery),
                  })
                : t('impact.runs', '{{recoveredRuns}} of {{failureRuns}} times', { recoveredRuns, failureRuns })}
            </Text>
          )}
        </Stack>
      ),
  }),
  cardColumn({
    id: 'lastFailure',
    header: t('impact.column.last-failure', 'Last failure'),
    sortType: 'number',
    show: ({ lastFailure }) => lastFailure !== undefined && <Moment at={lastFailure} />,
  }),
];

const getStyles = (theme: GrafanaTheme2) => ({ table: cardTable(theme, { opens: false }) });
