import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';

interface Props {
  /** The column's header, which a card does not have. */
  readonly label: string;
  readonly children: ReactNode;
}

/** A cell that names its column where the screen is so narrow that rows become cards. */
export function CardField({ label, children }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <>
      <div className={styles.label}>{label}</div>
      {children}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  label: css({
    display: 'none',
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    [theme.breakpoints.down('lg')]: { display: 'block' },
  }),
});
