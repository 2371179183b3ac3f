import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Icon, Toggletip, useStyles2 } from '@grafana/ui';
import React from 'react';

const DIFFERENCES = [
  'The plugin is the same build, the dashboards are the same files, and the data come from the running servers.',
  'Graphs and tables are Grafana’s own components; state timelines and bar charts are drawn more simply.',
  'Nothing can be changed or saved but verdicts on tests: no editing, no silences, no users.',
  'The role at the top is a choice, to see what it may do; in Grafana it is given.',
  'Alerting, Explore’s other data sources and links of other plugins need a real Grafana.',
];

/** Says what this is, and on demand what differs from Grafana. */
export function PreviewNote() {
  const styles = useStyles2(getStyles);
  return (
    <Toggletip
      title="Preview: this is not Grafana"
      content={
        <ul className={styles.list}>
          {DIFFERENCES.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      }
    >
      <button type="button" className={styles.note}>
        <Icon name="info-circle" /> Preview, not Grafana
      </button>
    </Toggletip>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  note: css({
    border: `1px solid ${theme.colors.warning.border}`,
    borderRadius: theme.shape.radius.pill,
    background: 'transparent',
    color: theme.colors.warning.text,
    padding: theme.spacing(0.25, 1),
    whiteSpace: 'nowrap',
  }),
  list: css({ paddingLeft: theme.spacing(2), maxWidth: 360, li: { marginBottom: theme.spacing(0.5) } }),
});
