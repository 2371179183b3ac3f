import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';

interface Props {
  /** Name and value; what has no value is left out. */
  readonly facts: ReadonlyArray<readonly [name: string, value: ReactNode]>;
}

/** What is known of one thing, side by side. */
export function Facts({ facts }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, value]) => value !== undefined && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  facts: css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1, 4),
    margin: 0,
    '& dt': {
      color: theme.colors.text.secondary,
      fontSize: theme.typography.bodySmall.fontSize,
      fontWeight: theme.typography.fontWeightRegular,
    },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
  }),
});
