import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';

import { type AlertGroup } from './alertGroups';
import { AlertInstances } from './AlertInstances';
import { AlertLinks } from './AlertLinks';
import { type GrafanaAlerting } from './alertLinks';
import { AlertSteps } from './AlertSteps';

interface Props {
  readonly group: AlertGroup;
  readonly grafana: GrafanaAlerting;
}

/** What an opened row says: what to do, what exactly it is about, and where to go on. */
export function AlertDetails({ group, grafana }: Props) {
  const styles = useStyles2(getStyles);
  const { name, known } = group;
  return (
    <div className={styles.details}>
      <div className={styles.columns}>
        {known && <AlertSteps alert={known.alert} element="h3" />}
        <AlertInstances group={group} element="h3" />
      </div>
      <AlertLinks name={name} known={known} grafana={grafana} withPage />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  details: css({ display: 'grid', gap: theme.spacing(2), gridTemplateColumns: 'minmax(0, 1fr)' }),
  columns: css({
    display: 'grid',
    gap: theme.spacing(3),
    gridTemplateColumns: 'minmax(0, 1fr)',
    [theme.breakpoints.up('lg')]: { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
  }),
});
