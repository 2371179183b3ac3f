import { Text } from '@grafana/ui';
import React from 'react';

import { t } from '../../app/t';
import { type Alert } from '../../catalog/kinds/alert';
import { type Settings } from '../../catalog/settings/settings';
import { LevelConditions } from './LevelConditions';

interface Props {
  readonly alert: Alert;
  readonly settings: Settings;
}

/** When an alert fires. */
export const AlertConditions = ({ alert, settings }: Props) => (
  <section>
    <Text element="h2" variant="h5">
      {t('alerts.conditions', 'When it fires')}
    </Text>
    <p>{alert.threshold.title}</p>
    <LevelConditions alert={alert} settings={settings} />
  </section>
);
