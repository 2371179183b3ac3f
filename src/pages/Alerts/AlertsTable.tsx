import { type GrafanaTheme2 } from '@grafana/data';
import { InteractiveTable, Stack, Text, TextLink, useStyles2, type CellProps, type Column } from '@grafana/ui';
import React, { useMemo } from 'react';

import { t } from '../../app/t';
import { cardColumn } from '../../shared/table/cardColumn';
import { cardTable } from '../../shared/table/cardTable';
import { Since } from '../../shared/time/Since';
import { AlertDetails } from './AlertDetails';
import { type AlertGroup } from './alertGroups';
import { alertUrl, type GrafanaAlerting } from './alertLinks';
import { SeverityBadge } from './SeverityBadge';
import { StateBadge } from './StateBadge';

type Cell = CellProps<AlertGroup>;

interface Props {
  readonly groups: readonly AlertGroup[];
  readonly grafana: GrafanaAlerting;
}

/** One row per alert; a row opens to what to do. */
export function AlertsTable({ groups, grafana }: Props) {
  const styles = useStyles2(getStyles);
  const columns = useMemo(() => getColumns(), []);
  const data = useMemo(() => [...groups], [groups]);
  return (
    <InteractiveTable
      className={styles.table}
      columns={columns}
      data={data}
      getRowId={({ id }) => id}
      renderExpandedRow={(group) => <AlertDetails group={group} grafana={grafana} />}
    />
  );
}

const getColumns = (): Array<Column<AlertGroup>> => [
  {
    id: 'alert',
    header: t('alerts.column.alert', 'Alert'),
    cell: ({ row: { original } }: Cell) => (
      <Stack direction="column" gap={0.5} alignItems="flex-start">
        <Stack direction="row" gap={1} wrap="wrap" alignItems="center">
          <SeverityBadge severity={original.severity} level={original.level} />
          <TextLink href={alertUrl(original.name)}>{original.name}</TextLink>
        </Stack>
        {original.summary && <Text>{original.summary}</Text>}
      </Stack>
    ),
  },
  cardColumn({
    id: 'system',
    header: t('alerts.column.system', 'System'),
    show: (row) => (
      <Stack direction="column" gap={0}>
        <span>{row.systemTitle}</span>
        <Text color="secondary" variant="bodySmall">
          {row.component}
        </Text>
      </Stack>
    ),
  }),
  cardColumn({
    id: 'value',
    header: t('alerts.column.value', 'Value'),
    show: (row) => <Value group={row} />,
  }),
  cardColumn({
    id: 'since',
    header: t('alerts.column.since', 'For'),
    show: (row) => row.since !== undefined && <Since at={row.since} />,
  }),
  cardColumn({
    id: 'state',
    header: t('alerts.column.state', 'State'),
    show: (row) => (
      <Stack direction="row" gap={0.5} wrap="wrap">
        {row.states.map((state) => (
          <StateBadge key={state} state={state} />
        ))}
      </Stack>
    ),
  }),
];

/** Of one thing its value, of several how many they are: the row opens to each. */
function Value({ group: { instances } }: { readonly group: AlertGroup }) {
  const [only, ...others] = instances;
  return (
    <span>
      {others.length > 0
        ? t('alerts.times', '{{number}} ×', { number: instances.length })
        : [only?.value, only?.about].filter(Boolean).join(', ')}
    </span>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({ table: cardTable(theme) });
