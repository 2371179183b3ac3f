import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';

interface Entry {
  /** Tells entries apart. */
  readonly key: string;
  readonly text: string;
  readonly color: string | undefined;
}

/** What the colours of a panel mean, below it. */
export function Legend({ entries }: { readonly entries: readonly Entry[] }) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.legend}>
      {entries.map(({ key, text, color }) => (
        <span key={key}>
          <span className={styles.swatch} style={{ background: color }} />
          {text}
        </span>
      ))}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  legend: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1.5) }),
  swatch: css({
    display: 'inline-block',
    width: 12,
    height: 4,
    borderRadius: 2,
    marginRight: theme.spacing(0.5),
    verticalAlign: 'middle',
  }),
});
