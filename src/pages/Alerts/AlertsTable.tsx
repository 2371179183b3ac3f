import { type GrafanaTheme2 } from '@grafana/data';
import { InteractiveTable, Stack, Text, TextLink, useStyles2, type CellProps, type Column } from '@grafana/ui';
import React, { useMemo } from 'react';

import { t } from '../../app/t';
import { CardField } from '../../shared/table/CardField';
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
  {
    id: 'system',
    header: t('alerts.column.system', 'System'),
    cell: ({ row: { original } }: Cell) => (
      <CardField label={t('alerts.column.system', 'System')}>
        <Stack direction="column" gap={0}>
          <span>{original.systemTitle}</span>
          <Text color="secondary" variant="bodySmall">
            {original.component}
          </Text>
        </Stack>
      </CardField>
    ),
  },
  {
    id: 'value',
    header: t('alerts.column.value', 'Value'),
    cell: ({ row: { original } }: Cell) => (
      <CardField label={t('alerts.column.value', 'Value')}>
        <Value group={original} />
      </CardField>
    ),
  },
  {
    id: 'since',
    header: t('alerts.column.since', 'For'),
    cell: ({ row: { original } }: Cell) => (
      <CardField label={t('alerts.column.since', 'For')}>
        {original.since !== undefined && <Since at={original.since} />}
      </CardField>
    ),
  },
  {
    id: 'state',
    header: t('alerts.column.state', 'State'),
    cell: ({ row: { original } }: Cell) => (
      <CardField label={t('alerts.column.state', 'State')}>
        <Stack direction="row" gap={0.5} wrap="wrap">
          {original.states.map((state) => (
            <StateBadge key={state} state={state} />
          ))}
        </Stack>
      </CardField>
    ),
  },
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
