import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';

interface Props {
  /** What it is, for who does not see it. */
  readonly label: string;
  readonly text: string;
}

/** Text of somebody else as it is: never as HTML, with its lines, and scrolled by keyboard too where it is long. */
export function RawText({ label, text }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <pre className={styles.text} tabIndex={0} role="region" aria-label={label}>
      {text}
    </pre>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  text: css({
    maxHeight: 320,
    overflow: 'auto',
    margin: 0,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
