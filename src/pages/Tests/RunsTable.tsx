import { type GrafanaTheme2 } from '@grafana/data';
import { Badge, InteractiveTable, Text, useStyles2, type Column } from '@grafana/ui';
import React, { useMemo } from 'react';

import { t } from '../../app/t';
import { cardColumn } from '../../shared/table/cardColumn';
import { cardTable } from '../../shared/table/cardTable';
import { Moment } from '../../shared/time/Moment';
import { type TestRun } from './testRun';

const ROWS_OF_A_PAGE = 20;

/** One row per run of a test, the latest first. */
export function RunsTable({ runs }: { readonly runs: readonly TestRun[] }) {
  const styles = useStyles2(getStyles);
  const columns = useMemo(() => getColumns(), []);
  const data = useMemo(() => runs.map((run, i) => ({ ...run, id: String(i) })), [runs]);
  return data.length > 0 ? (
    <InteractiveTable
      className={styles.table}
      columns={columns}
      data={data}
      getRowId={({ id }) => id}
      pageSize={ROWS_OF_A_PAGE}
    />
  ) : (
    <Text color="secondary">{t('tests.runs-none', 'It did not run in this range.')}</Text>
  );
}

const getColumns = (): Array<Column<TestRun & { readonly id: string }>> => [
  cardColumn({
    id: 'ranAt',
    header: t('tests.column.when', 'When'),
    show: ({ ranAt }) => ranAt !== undefined && <Moment at={ranAt} />,
  }),
  cardColumn({
    id: 'outcome',
    header: t('tests.column.outcome', 'Outcome'),
    show: ({ hasPassed }) =>
      hasPassed ? (
        <Badge color="green" icon="check" text={t('tests.passed', 'passed')} />
      ) : (
        <Badge color="red" icon="times" text={t('tests.failed', 'failed')} />
      ),
  }),
  cardColumn({ id: 'version', header: t('tests.column.version', 'Version'), show: ({ version }) => version }),
  cardColumn({
    id: 'duration',
    header: t('tests.column.duration', 'Duration'),
    show: ({ durationMs }) => durationMs !== undefined && t('tests.ms', '{{ms}} ms', { ms: Math.round(durationMs) }),
  }),
];

const getStyles = (theme: GrafanaTheme2) => ({ table: cardTable(theme, { opens: false }) });
