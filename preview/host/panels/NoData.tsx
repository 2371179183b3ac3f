import { css } from '@emotion/css';
import { type GrafanaTheme2, type PanelData } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';

interface Props {
  readonly data: PanelData;
  readonly message?: string | undefined;
}

/** What a panel without values says: what the data source tells of it, or Grafana's words. */
export function NoData({ data, message }: Props) {
  const styles = useStyles2(getStyles);
  const notice = data.series.flatMap(({ meta }) => meta?.notices ?? []).at(0)?.text;
  return <div className={styles.middle}>{message ?? notice ?? 'No data'}</div>;
}

const getStyles = (theme: GrafanaTheme2) => ({
  middle: css({
    height: '100%',
    display: 'grid',
    placeItems: 'center',
    textAlign: 'center',
    color: theme.colors.text.secondary,
  }),
});
