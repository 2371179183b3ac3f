import { css } from '@emotion/css';
import {
  dateTimeFormat,
  type Field,
  FieldType,
  getFieldDisplayName,
  type GrafanaTheme2,
  type PanelProps,
} from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';

import { Legend } from './Legend';
import { NoData } from './NoData';
import { type TimeSpan, timeSpans } from './timeSpans';

interface Row {
  readonly name: string;
  readonly spans: readonly TimeSpan[];
}

const TICKS = [0, 0.25, 0.5, 0.75, 1];

/** States over time, a row per series: Grafana's own drawing of it is not in @grafana/ui. */
export function StateTimelinePanel({ data, timeRange, timeZone, height }: PanelProps<object>) {
  const styles = useStyles2(getStyles);
  const [from, to] = [timeRange.from.valueOf(), timeRange.to.valueOf()];
  const rows = data.series.flatMap((frame): Row[] => {
    const time = frame.fields.find((field): field is Field<number> => field.type === FieldType.time);
    return frame.fields
      .filter((field) => time && field !== time)
      .map((field) => ({
        name: getFieldDisplayName(field, frame, data.series),
        spans: time ? timeSpans(time, field, to) : [],
      }));
  });
  if (rows.every(({ spans }) => spans.length === 0)) {
    return <NoData data={data} />;
  }
  const place = (at: number): number => (100 * (Math.min(to, Math.max(from, at)) - from)) / (to - from);
  const format = (at: number): string =>
    dateTimeFormat(at, { timeZone, format: to - from > 86_400_000 ? 'MM/DD HH:mm' : 'HH:mm' });
  const states = new Map(rows.flatMap(({ spans }) => spans.map(({ shown }) => [shown.text, shown.color] as const)));
  return (
    <div className={styles.panel} style={{ height }}>
      {/* It scrolls where there are many, so the keyboard has to reach it. */}
      <div className={styles.rows} role="list" tabIndex={0}>
        {rows.map(({ name, spans }) => (
          <div key={name} className={styles.row} role="listitem">
            <span className={styles.name} title={name}>
              {name}
            </span>
            <span className={styles.track}>
              {spans.map((span) => (
                <span
                  key={span.from}
                  className={styles.span}
                  title={`${span.shown.text}: ${format(span.from)} – ${format(span.to)}`}
                  style={{
                    left: `${place(span.from)}%`,
                    width: `${place(span.to) - place(span.from)}%`,
                    background: span.shown.color,
                  }}
                />
              ))}
            </span>
          </div>
        ))}
      </div>
      <div className={styles.axis} aria-hidden>
        {TICKS.map((tick) => (
          <span key={tick}>{format(from + tick * (to - from))}</span>
        ))}
      </div>
      <Legend entries={[...states].map(([text, color]) => ({ key: text, text, color }))} />
    </div>
  );
}

const NAME_WIDTH = '30%';

const getStyles = (theme: GrafanaTheme2) => ({
  panel: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(0.5),
    fontSize: theme.typography.bodySmall.fontSize,
    color: theme.colors.text.secondary,
  }),
  rows: css({
    flex: 1,
    minHeight: 0,
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(0.5),
  }),
  row: css({ flex: '1 0 14px', maxHeight: 48, display: 'flex', alignItems: 'stretch' }),
  name: css({
    width: NAME_WIDTH,
    paddingRight: theme.spacing(1),
    alignSelf: 'center',
    textAlign: 'right',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  }),
  track: css({ position: 'relative', flex: 1, background: theme.colors.background.secondary }),
  span: css({ position: 'absolute', top: 0, bottom: 0, minWidth: 1 }),
  axis: css({ display: 'flex', justifyContent: 'space-between', marginLeft: NAME_WIDTH }),
});
