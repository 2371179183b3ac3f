import { type GrafanaTheme2 } from '@grafana/data';
import { InteractiveTable, Stack, Text, useStyles2, type CellProps, type Column } from '@grafana/ui';
import React, { useMemo } from 'react';

import { t } from '../../app/t';
import { CardField } from '../../shared/table/CardField';
import { cardTable } from '../../shared/table/cardTable';
import { LevelBadge } from './LevelBadge';
import { ThresholdDetails } from './ThresholdDetails';
import { type ThresholdRow } from './thresholdRow';

type Cell = CellProps<ThresholdRow>;

/** One row per threshold; a row opens to its sources and the lines that change it. */
export function ThresholdsTable({ rows }: { readonly rows: readonly ThresholdRow[] }) {
  const styles = useStyles2(getStyles);
  const columns = useMemo(() => getColumns(), []);
  const data = useMemo(() => [...rows], [rows]);
  return (
    <InteractiveTable
      className={styles.table}
      columns={columns}
      data={data}
      getRowId={({ id }) => id}
      renderExpandedRow={(row) => <ThresholdDetails row={row} />}
      showExpandAll
    />
  );
}

const getColumns = (): Array<Column<ThresholdRow>> => [
  {
    id: 'title',
    header: t('thresholds.column.threshold', 'Threshold'),
    sortType: 'alphanumeric',
    cell: ({ row: { original } }: Cell) => (
      <Stack direction="column" gap={0}>
        <Text>{original.title}</Text>
        <Text variant="code" color="secondary">
          {original.id}
        </Text>
      </Stack>
    ),
  },
  {
    id: 'system',
    header: t('thresholds.column.system', 'System'),
    sortType: 'alphanumeric',
    cell: ({ row: { original } }: Cell) => (
      <CardField label={t('thresholds.column.system', 'System')}>{original.system}</CardField>
    ),
  },
  {
    id: 'levels',
    header: t('thresholds.column.levels', 'Levels'),
    cell: ({ row: { original } }: Cell) => (
      <CardField label={t('thresholds.column.levels', 'Levels')}>
        <Stack direction="column" gap={0.5} alignItems="flex-start">
          {original.levels.map(({ level, words }) => (
            <LevelBadge key={level} level={level} words={words} />
          ))}
        </Stack>
      </CardField>
    ),
  },
  {
    id: 'window',
    header: t('thresholds.column.judged', 'Judged'),
    cell: ({ row: { original } }: Cell) => (
      <CardField label={t('thresholds.column.judged', 'Judged')}>
        <JudgedOver row={original} />
      </CardField>
    ),
  },
  {
    id: 'holds',
    header: t('thresholds.column.for', 'Fires'),
    cell: ({ row: { original } }: Cell) => (
      <CardField label={t('thresholds.column.for', 'Fires')}>
        <Holds row={original} />
      </CardField>
    ),
  },
];

function JudgedOver({ row: { window, minimumSample } }: { readonly row: ThresholdRow }) {
  return (
    <Stack direction="column" gap={0}>
      <span>
        {window
          ? t('thresholds.window', 'over {{window}}', { window })
          : t('thresholds.no-window', 'at each evaluation')}
      </span>
      {minimumSample && (
        <span>{t('thresholds.minimum-sample', 'from {{minimumSample}} samples on', { minimumSample })}</span>
      )}
    </Stack>
  );
}

function Holds({ row: { holds } }: { readonly row: ThresholdRow }) {
  return (
    <Stack direction="column" gap={0}>
      {holds.map(({ level, words }) => (
        <span key={level}>
          {words
            ? t('thresholds.hold', '{{level}} after {{words}}', { level, words })
            : t('thresholds.at-once', '{{level}} at once', { level })}
        </span>
      ))}
    </Stack>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({ table: cardTable(theme) });
