import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Text, useStyles2 } from '@grafana/ui';
import React from 'react';

import { t } from '../../app/t';
import { inWords } from '../../catalog/exact/duration';
import { conditionInWords, enabledLevels, holdOf, type Alert } from '../../catalog/kinds/alert';
import { alertLevels, type AlertLevel } from '../../catalog/kinds/threshold';
import { type Settings } from '../../catalog/settings/settings';
import { SeverityBadge } from './SeverityBadge';

interface Props {
  readonly alert: Alert;
  readonly settings: Settings;
}

/** When an alert fires, level by level, under the settings of this installation. */
export function AlertConditions({ alert, settings }: Props) {
  const styles = useStyles2(getStyles);
  const enabled = enabledLevels(alert, settings);
  return (
    <section>
      <Text element="h2" variant="h5">
        {t('alerts.conditions', 'When it fires')}
      </Text>
      <p>{alert.threshold.title}</p>
      <ul className={styles.list}>
        {alertLevels(alert.threshold).map((level) => (
          <li key={level}>
            <SeverityBadge severity={settings.severities[level]} level={level} /> {conditionInWords(alert, level)}
            {'; '}
            {enabled.includes(level)
              ? holdInWords(alert, level)
              : t('alerts.condition.disabled', 'disabled in the settings')}
          </li>
        ))}
      </ul>
    </section>
  );
}

function holdInWords(alert: Alert, level: AlertLevel): string {
  const hold = holdOf(alert, level);
  return hold === '0s'
    ? t('alerts.condition.at-once', 'fires at once')
    : t('alerts.condition.after', 'fires after {{hold}}', { hold: inWords(hold) });
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', display: 'grid', gap: theme.spacing(0.5) }),
});
