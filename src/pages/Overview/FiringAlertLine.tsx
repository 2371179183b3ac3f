import { dateTimeFormat } from '@grafana/data';
import { Stack, Text, TextLink } from '@grafana/ui';
import React from 'react';

import { appUrl } from '../../app/appUrl';
import { t } from '../../app/t';
import { type FiringAlert } from './firingAlerts';
import { SeverityBadge } from '../Alerts/SeverityBadge';

/** A firing alert: how bad, what, since when, and its runbook. */
export const FiringAlertLine = ({ alert }: { readonly alert: FiringAlert }) => (
  <li>
    <Stack direction="column" gap={0}>
      <Stack direction="row" gap={1} wrap="wrap" alignItems="center">
        <SeverityBadge level={alert.level} severity={alert.severity} />
        <TextLink href={appUrl('alerts', alert.name)}>{alert.summary || alert.name}</TextLink>
      </Stack>
      <Text color="secondary" variant="bodySmall">
        {[countText(alert), sinceText(alert), stateText(alert)].filter(Boolean).join(', ')}{' '}
        <TextLink href={appUrl('runbooks', alert.name)} variant="bodySmall">
          {t('overview.alert.runbook', 'Runbook of {{alert}}', { alert: alert.name })}
        </TextLink>
      </Text>
    </Stack>
  </li>
);

/** Of an alert that tells things apart, how many of them are bad. */
const countText = ({ count }: FiringAlert): string =>
  count > 1 ? t('overview.alert.count', '{{count}} at once', { count }) : '';

const sinceText = ({ since }: FiringAlert): string =>
  since === undefined
    ? t('overview.alert.long', 'for more than 24 hours')
    : t('overview.alert.since', 'since {{time}}', { time: dateTimeFormat(since) });

function stateText({ state }: FiringAlert): string {
  switch (state) {
    case 'silenced':
      return t('overview.alert.silenced', 'silenced');
    case 'inhibited':
      return t('overview.alert.inhibited', 'held back by a worse one');
    default:
      return '';
  }
}
