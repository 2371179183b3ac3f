import { type GrafanaTheme2 } from '@grafana/data';
import { InteractiveTable, Stack, Text, TextLink, useStyles2, type Column } from '@grafana/ui';
import React, { useMemo } from 'react';

import { appUrl } from '../../app/appUrl';
import { t } from '../../app/t';
import { cardColumn } from '../../shared/table/cardColumn';
import { cardTable } from '../../shared/table/cardTable';
import { Moment } from '../../shared/time/Moment';
import { useInRange } from '../../shared/useInRange';
import { TestLink } from '../Tests/TestLink';
import { categoryInWords } from './categoryInWords';
import { type FailureRow } from './failureRow';
import { FailureSeverity } from './FailureSeverity';

const ROWS_OF_A_PAGE = 50;

/** One row per fingerprint. */
export function FailuresTable({ rows }: { readonly rows: readonly FailureRow[] }) {
  const styles = useStyles2(getStyles);
  const inRange = useInRange();
  const columns = useMemo(() => getColumns(inRange), [inRange]);
  const data = useMemo(() => [...rows], [rows]);
  return (
    <InteractiveTable
      className={styles.table}
      columns={columns}
      data={data}
      getRowId={({ fingerprint }) => fingerprint}
      pageSize={ROWS_OF_A_PAGE}
    />
  );
}

const getColumns = (inRange: (url: string) => string): Array<Column<FailureRow>> => [
  cardColumn({
    id: 'errorType',
    header: t('failures.column.failure', 'Failure'),
    sortType: 'alphanumeric',
    show: ({ fingerprint, errorType, severity, message }) => (
      <Stack direction="column" gap={0.5} alignItems="flex-start">
        <Stack direction="row" gap={1} wrap="wrap" alignItems="center">
          <FailureSeverity severity={severity} />
          <TextLink href={inRange(appUrl('failures', fingerprint))}>{errorType || fingerprint}</TextLink>
        </Stack>
        <Text color="secondary">{message}</Text>
      </Stack>
    ),
  }),
  cardColumn({
    id: 'category',
    header: t('failures.column.category', 'Category'),
    sortType: 'alphanumeric',
    show: ({ category }) => categoryInWords(category),
  }),
  cardColumn({
    id: 'occurrences',
    header: t('failures.column.occurrences', 'Occurrences'),
    sortType: 'number',
    show: ({ occurrences }) => <Text tabular>{occurrences}</Text>,
  }),
  cardColumn({
    id: 'users',
    header: t('failures.column.affected', 'Affected'),
    sortType: 'number',
    show: ({ users, projects }) => (
      <Stack direction="column" gap={0}>
        <span>
          {t('failures.users', '', {
            count: users,
            defaultValue_one: '{{count}} user',
            defaultValue_other: '{{count}} users',
          })}
        </span>
        <span>
          {t('failures.projects', '', {
            count: projects,
            defaultValue_one: '{{count}} project',
            defaultValue_other: '{{count}} projects',
          })}
        </span>
      </Stack>
    ),
  }),
  cardColumn({
    id: 'lastSeen',
    header: t('failures.column.last-seen', 'Last seen'),
    sortType: 'number',
    show: ({ lastSeen }) => lastSeen !== undefined && <Moment at={lastSeen} />,
  }),
  cardColumn({
    id: 'test',
    header: t('failures.column.test', 'Test'),
    show: ({ test }) =>
      test ? (
        <TestLink id={test.id} state={test.status} />
      ) : (
        <Text color="secondary">{t('failures.no-test', 'none yet')}</Text>
      ),
  }),
];

const getStyles = (theme: GrafanaTheme2) => ({ table: cardTable(theme, { opens: false }) });
