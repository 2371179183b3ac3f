import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { Text, useStyles2 } from '@grafana/ui';
import React from 'react';

import { t } from '../../app/t';
import { LightChange } from './LightChange';
import { type Changes, type OverviewRow } from './overviewRow';

/** The latest are enough to see what goes on. */
const SHOWN = 4;

/** What began and ended, and what the light did. */
export function ChangesList({ row: { changes, state } }: { readonly row: OverviewRow }) {
  const styles = useStyles2(getStyles);
  if (!changes) {
    return state === 'pending' ? null : (
      <Text>{t('overview.changes.unknown', 'Unknown: Prometheus did not say.')}</Text>
    );
  }
  const { alerts, began, ended, light } = changes;
  return (
    <>
      {light && <LightChange course={light} state={state} />}
      <Text>
        {alerts.length === 0
          ? t('overview.changes.none', 'No alert began or ended.')
          : t('overview.changes.counts', 'Alerts that began: {{began}}, ended: {{ended}}.', { began, ended })}
      </Text>
      {alerts.length > 0 && (
        <ul className={styles.list}>
          {alerts.slice(0, SHOWN).map((alert) => (
            <li key={`${alert.name} ${alert.severity} ${alert.began} ${alert.ended}`}>
              <Text variant="bodySmall" color="secondary">
                {changeInWords(alert)}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function changeInWords({ name, severity, began, ended }: Changes['alerts'][number]): string {
  const from = began === undefined ? '' : dateTimeFormat(began);
  const to = ended === undefined ? '' : dateTimeFormat(ended);
  if (!to) {
    return t('overview.changes.began', '{{name}} ({{severity}}) began {{from}}', { name, severity, from });
  }
  return from
    ? t('overview.changes.both', '{{name}} ({{severity}}) fired from {{from}} to {{to}}', { name, severity, from, to })
    : t('overview.changes.ended', '{{name}} ({{severity}}) ended {{to}}', { name, severity, to });
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', display: 'flex', flexDirection: 'column', gap: theme.spacing(0.25) }),
});
