import { LinkButton, Stack, Text } from '@grafana/ui';
import { config } from '@grafana/runtime';
import React from 'react';

import { t } from '../../app/t';
import { alertUrl, drawnAt, ruleUrl, silenceUrl, thresholdUrl, type GrafanaAlerting } from './alertLinks';
import { type KnownAlert } from './knownAlert';

interface Props {
  readonly name: string;
  readonly known: KnownAlert | undefined;
  readonly grafana: GrafanaAlerting;
  /** Whether to link to the alert's own page, which has its runbook. */
  readonly withPage?: boolean;
}

/** Where to go on from an alert: its runbook, what it judges, the rule, and the form that silences it. */
export function AlertLinks({ name, known, grafana, withPage = false }: Props) {
  const drawn = known && drawnAt(known.system, name);
  const { prometheus, alertmanagers, maySilence } = grafana;
  return (
    <Stack direction="column" gap={1}>
      <Stack direction="row" gap={1} wrap="wrap">
        {withPage && known && (
          <LinkButton size="sm" variant="secondary" icon="book" href={alertUrl(name)}>
            {t('alerts.link.runbook', 'Runbook')}
          </LinkButton>
        )}
        {drawn && (
          <LinkButton size="sm" variant="secondary" icon="graph-bar" href={drawn.url}>
            {t('alerts.link.panel', 'Panel “{{panel}}”', { panel: drawn.panel })}
          </LinkButton>
        )}
        {known && (
          <LinkButton size="sm" variant="secondary" icon="sliders-v-alt" href={thresholdUrl(known.alert.threshold.id)}>
            {t('alerts.link.threshold', 'Threshold')}
          </LinkButton>
        )}
        {prometheus !== undefined && (
          <LinkButton size="sm" variant="secondary" icon="list-ul" href={config.appSubUrl + ruleUrl(prometheus, name)}>
            {t('alerts.link.rule', 'Rule in Grafana')}
          </LinkButton>
        )}
        {maySilence &&
          alertmanagers.map((alertmanager) => (
            <LinkButton
              key={alertmanager}
              size="sm"
              variant="secondary"
              icon="bell-slash"
              href={config.appSubUrl + silenceUrl(alertmanager, name)}
            >
              {alertmanagers.length > 1
                ? t('alerts.link.silence-in', 'Silence in {{alertmanager}}', { alertmanager })
                : t('alerts.link.silence', 'Silence')}
            </LinkButton>
          ))}
      </Stack>
      {maySilence && alertmanagers.length === 0 && (
        <Text color="secondary" variant="bodySmall">
          {t(
            'alerts.link.no-alertmanager',
            'To silence alerts from here, add a data source of type Alertmanager to Grafana. Until then use the page of Alertmanager, or amtool.'
          )}
        </Text>
      )}
    </Stack>
  );
}
