import { css } from '@emotion/css';
import {
  type Field,
  FieldType,
  formattedValueToString,
  getFieldDisplayName,
  type GrafanaTheme2,
  type PanelProps,
} from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';

import { Legend } from './Legend';
import { NoData } from './NoData';

interface BarChartOptions {
  readonly xField?: string;
  readonly stacking?: string;
}

const shown = (field: Field, row: number): string => {
  const raw: unknown = field.values[row];
  return field.display ? formattedValueToString(field.display(raw)) : String(raw ?? '');
};

/** Bars per row of a table, on top of each other: Grafana's own drawing of it is not in @grafana/ui. */
export function BarChartPanel({ data, options, height }: PanelProps<BarChartOptions>) {
  const styles = useStyles2(getStyles);
  const [frame] = data.series;
  const category =
    frame?.fields.find((field) =>
      options.xField
        ? getFieldDisplayName(field, frame) === options.xField || field.name === options.xField
        : field.type === FieldType.string
    ) ?? frame?.fields[0];
  const values = frame?.fields.filter((field) => field !== category && field.type === FieldType.number) ?? [];
  if (!frame || !category || frame.length === 0 || values.length === 0) {
    return <NoData data={data} />;
  }
  const rows = Array.from({ length: frame.length }, (_, row) => row);
  const amount = (field: Field, row: number): number => Math.max(0, Number(field.values[row] ?? 0));
  const sum = (row: number): number => values.reduce((total, field) => total + amount(field, row), 0);
  const highest = Math.max(...rows.map(sum), 1);
  const colorOf = (field: Field, row: number): string | undefined => field.display?.(field.values[row]).color;
  return (
    <div className={styles.panel} style={{ height }}>
      {/* It scrolls where there are many, so the keyboard has to reach it. */}
      <div className={styles.bars} role="list" tabIndex={0}>
        {rows.map((row) => (
          <div key={row} className={styles.bar} role="listitem">
            <span className={styles.total}>{sum(row) > 0 ? sum(row).toLocaleString() : ''}</span>
            {values.map((field) => (
              <span
                key={field.name}
                title={`${shown(category, row)}, ${getFieldDisplayName(field, frame)}: ${shown(field, row)}`}
                style={{ height: `${(85 * amount(field, row)) / highest}%`, background: colorOf(field, row) }}
              />
            ))}
            <span className={styles.category}>{shown(category, row)}</span>
          </div>
        ))}
      </div>
      <Legend
        entries={values.map((field) => ({
          key: field.name,
          text: getFieldDisplayName(field, frame),
          color: colorOf(field, 0),
        }))}
      />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  panel: css({
    display: 'flex',
    flexDirection: 'column',
    fontSize: theme.typography.bodySmall.fontSize,
    color: theme.colors.text.secondary,
  }),
  bars: css({ flex: 1, minHeight: 0, display: 'flex', gap: theme.spacing(0.5), alignItems: 'stretch' }),
  bar: css({
    flex: 1,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'flex-end',
    textAlign: 'center',
  }),
  total: css({ lineHeight: 1.3 }),
  category: css({ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', lineHeight: 1.6 }),
});
