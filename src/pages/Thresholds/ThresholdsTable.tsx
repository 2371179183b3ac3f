import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { InteractiveTable, Stack, Text, useStyles2, type CellProps, type Column } from '@grafana/ui';
import React, { useMemo } from 'react';

import { t } from '../../app/t';
import { cardColumn } from '../../shared/table/cardColumn';
import { cardTable } from '../../shared/table/cardTable';
import { LevelBadge } from './LevelBadge';
import { MarginCell } from './MarginCell';
import { ReadingCell } from './ReadingCell';
import { byMargin, type ReadRow } from './thresholdFilter';
import { ThresholdDetails } from './ThresholdDetails';
import { type ThresholdRow } from './thresholdRow';

type Cell = CellProps<ReadRow>;

interface Props {
  readonly rows: readonly ReadRow[];
  /** Whether they are of several systems. */
  readonly hasSystems: boolean;
}

/** One row per threshold; a row opens to its sources and the lines that change it. */
export function ThresholdsTable({ rows, hasSystems }: Props) {
  const styles = useStyles2(getStyles);
  const columns = useMemo(() => getColumns(hasSystems), [hasSystems]);
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

const getColumns = (hasSystems: boolean): Array<Column<ReadRow>> => [
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
        {hasSystems && (
          <Text variant="bodySmall" color="secondary">
            {original.system}
          </Text>
        )}
      </Stack>
    ),
  },
  cardColumn({
    id: 'levels',
    header: t('thresholds.column.levels', 'Levels'),
    show: (row) => (
      <Stack direction="column" gap={0.5} alignItems="flex-start">
        {row.levels.map(({ level, words }) => (
          <LevelBadge key={level} level={level} words={words} />
        ))}
      </Stack>
    ),
  }),
  cardColumn({
    id: 'now',
    header: t('thresholds.column.now', 'Now'),
    show: (row) => <ReadingCell row={row} reading={row.reading} />,
  }),
  cardColumn({
    id: 'margin',
    header: t('thresholds.column.margin', 'Margin'),
    sortType: (a, b) => byMargin(a.original, b.original),
    show: (row) => <MarginCell row={row} reading={row.reading} />,
  }),
  cardColumn({
    id: 'judged',
    header: t('thresholds.column.judged', 'Judged'),
    show: (row) => (
      <>
        <JudgedOver row={row} />
        <Holds row={row} />
      </>
    ),
  }),
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
            ? t('thresholds.hold', 'fires {{level}} after {{words}}', { level, words })
            : t('thresholds.at-once', 'fires {{level}} at once', { level })}
        </span>
      ))}
    </Stack>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  table: cx(
    cardTable(theme),
    css({
      // Levels stay in one line each; the columns behind them share what is left.
      [theme.breakpoints.up('lg')]: {
        '& td:nth-of-type(3)': { whiteSpace: 'nowrap' },
        '& td:nth-of-type(n + 4)': { minWidth: theme.spacing(15), overflowWrap: 'anywhere' },
      },
    })
  ),
});
