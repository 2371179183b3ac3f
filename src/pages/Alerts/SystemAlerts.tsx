import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Stack, Text, TextLink, useStyles2 } from '@grafana/ui';
import React from 'react';

import { t } from '../../app/t';
import { type System } from '../../catalog/kinds/system';
import { type Settings } from '../../catalog/settings/settings';
import { type AlertAnswers } from './alertAnswers';
import { alertUrl } from './alertLinks';
import { alertStates } from './alertState';
import { LevelConditions } from './LevelConditions';
import { StateBadge } from './StateBadge';

interface Props {
  readonly system: System;
  readonly settings: Settings;
  readonly told: AlertAnswers;
}

/** Every alert of a system: when it fires, and how it does now. */
export function SystemAlerts({ system, settings, told }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <section>
      <Text element="h2" variant="h4">
        {t('alerts.all', 'All alerts of this system')}
      </Text>
      <ul className={styles.list}>
        {system.alerts.map((alert) => (
          <li key={alert.name} className={styles.alert}>
            <div>
              <Stack direction="row" gap={1} wrap="wrap" alignItems="center">
                <TextLink href={alertUrl(alert.name)}>{alert.name}</TextLink>
                {alertStates(alert, settings, told).map((state) => (
                  <StateBadge key={state} state={state} />
                ))}
              </Stack>
              <div>{alert.summary}</div>
            </div>
            <div>
              <Text color="secondary">{alert.threshold.title}</Text>
              <LevelConditions alert={alert} settings={settings} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', margin: theme.spacing(1, 0, 0) }),
  alert: css({
    display: 'grid',
    gap: theme.spacing(0.5, 3),
    gridTemplateColumns: 'minmax(0, 1fr)',
    padding: theme.spacing(1.5, 0),
    borderTop: `1px solid ${theme.colors.border.weak}`,
    overflowWrap: 'anywhere',
    [theme.breakpoints.up('lg')]: { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
  }),
});
