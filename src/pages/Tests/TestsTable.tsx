import { type GrafanaTheme2 } from '@grafana/data';
import { InteractiveTable, Stack, Text, TextLink, useStyles2, type Column } from '@grafana/ui';
import React, { useMemo } from 'react';

import { appUrl } from '../../app/appUrl';
import { t } from '../../app/t';
import { cardColumn } from '../../shared/table/cardColumn';
import { cardTable } from '../../shared/table/cardTable';
import { Moment } from '../../shared/time/Moment';
import { useInRange } from '../../shared/useInRange';
import { type TestRow } from './testRow';
import { TestState } from './TestState';

const ROWS_OF_A_PAGE = 50;

/** One row per test. */
export function TestsTable({ tests }: { readonly tests: readonly TestRow[] }) {
  const styles = useStyles2(getStyles);
  const inRange = useInRange();
  const columns = useMemo(() => getColumns(inRange), [inRange]);
  const data = useMemo(() => [...tests], [tests]);
  return (
    <InteractiveTable
      className={styles.table}
      columns={columns}
      data={data}
      getRowId={({ id }) => id}
      pageSize={ROWS_OF_A_PAGE}
    />
  );
}

const getColumns = (inRange: (url: string) => string): Array<Column<TestRow>> => [
  cardColumn({
    id: 'name',
    header: t('tests.column.test', 'Test'),
    sortType: 'alphanumeric',
    show: ({ id, name, errorType }) => (
      <Stack direction="column" gap={0}>
        <TextLink href={inRange(appUrl('tests', id))}>{name}</TextLink>
        <Text color="secondary" variant="bodySmall">
          {errorType}
        </Text>
      </Stack>
    ),
  }),
  cardColumn({
    id: 'state',
    header: t('tests.column.state', 'State'),
    sortType: 'alphanumeric',
    show: ({ state, isFlaky }) => <TestState state={state} isFlaky={isFlaky} />,
  }),
  cardColumn({
    id: 'confidence',
    header: t('tests.column.confidence', 'Confidence'),
    sortType: 'number',
    show: ({ confidence }) => <Text tabular>{percent(confidence)}</Text>,
  }),
  cardColumn({
    id: 'runs',
    header: t('tests.column.runs', 'Runs'),
    sortType: 'number',
    show: ({ runs, passed, failed }) => (
      <span>
        {runs === 0
          ? t('tests.no-runs', 'none yet')
          : t('tests.runs-of', '{{passed}} passed, {{failed}} failed', { passed, failed })}
      </span>
    ),
  }),
  cardColumn({
    id: 'lastRun',
    header: t('tests.column.last-run', 'Last run'),
    sortType: 'number',
    show: ({ lastRun }) => lastRun !== undefined && <Moment at={lastRun} />,
  }),
];

/** "87.5 %". */
export const percent = (value: number): string => `${Math.round(value * 10) / 10} %`;

const getStyles = (theme: GrafanaTheme2) => ({ table: cardTable(theme, { opens: false }) });
