import { type GrafanaTheme2 } from '@grafana/data';
import { InteractiveTable, Stack, Text, useStyles2, type Column } from '@grafana/ui';
import React, { useMemo } from 'react';

import { t } from '../../app/t';
import { RawText } from '../../shared/RawText';
import { cardColumn } from '../../shared/table/cardColumn';
import { cardTable } from '../../shared/table/cardTable';
import { Moment } from '../../shared/time/Moment';
import { FailureSeverity } from './FailureSeverity';
import { type Occurrence } from './occurrence';

const ROWS_OF_A_PAGE = 10;

/** One row per occurrence; a row opens to what was written of it. */
export function OccurrencesTable({ occurrences }: { readonly occurrences: readonly Occurrence[] }) {
  const styles = useStyles2(getStyles);
  const columns = useMemo(() => getColumns(), []);
  const data = useMemo(() => [...occurrences], [occurrences]);
  return (
    <InteractiveTable
      className={styles.table}
      columns={columns}
      data={data}
      getRowId={({ id }) => id}
      pageSize={ROWS_OF_A_PAGE}
      renderExpandedRow={(occurrence) => <OccurrenceDetails occurrence={occurrence} />}
    />
  );
}

/** Message, request, stack trace and context, as they are. */
export function OccurrenceDetails({ occurrence }: { readonly occurrence: Occurrence }) {
  const { message, request, stackTrace, context } = occurrence;
  const parts: ReadonlyArray<readonly [label: string, text: string]> = [
    [t('failures.message', 'Message'), message],
    [t('failures.request', 'Request'), request],
    [t('failures.stack-trace', 'Stack trace'), stackTrace],
    [t('failures.context', 'Context'), context],
  ];
  return (
    <Stack direction="column" gap={1}>
      {parts
        .filter(([, text]) => text !== '')
        .map(([label, text]) => (
          <div key={label}>
            <Text color="secondary" variant="bodySmall">
              {label}
            </Text>
            <RawText label={label} text={text} />
          </div>
        ))}
    </Stack>
  );
}

const getColumns = (): Array<Column<Occurrence>> => [
  cardColumn({
    id: 'failedAt',
    header: t('failures.column.when', 'When'),
    show: ({ failedAt }) => failedAt !== undefined && <Moment at={failedAt} />,
  }),
  cardColumn({
    id: 'severity',
    header: t('failures.column.severity', 'Severity'),
    show: ({ severity }) => <FailureSeverity severity={severity} />,
  }),
  cardColumn({
    id: 'framework',
    header: t('failures.column.framework', 'Framework'),
    show: ({ framework }) => framework || UNKNOWN,
  }),
  cardColumn({
    id: 'user',
    header: t('failures.column.user', 'User'),
    show: ({ user }) => <Text variant="code">{user || UNKNOWN}</Text>,
  }),
  cardColumn({
    id: 'project',
    header: t('failures.column.project', 'Project'),
    show: ({ project }) => <Text variant="code">{project || UNKNOWN}</Text>,
  }),
];

const UNKNOWN = '–';

const getStyles = (theme: GrafanaTheme2) => ({ table: cardTable(theme) });
