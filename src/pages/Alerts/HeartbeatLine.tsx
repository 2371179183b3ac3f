import { Alert, Icon, LinkButton, Stack, Text, TextLink } from '@grafana/ui';
import React from 'react';

import { t } from '../../app/t';
import { Since } from '../../shared/time/Since';
import { alertUrl } from './alertLinks';
import { type Heartbeat } from './heartbeat';

/** Whether silence is good news: whether the rule that always fires arrives. */
export function HeartbeatLine({ heartbeat }: { readonly heartbeat: Heartbeat }) {
  switch (heartbeat.state) {
    case 'alive':
      return (
        <Stack direction="row" gap={1} alignItems="center" wrap="wrap">
          <Icon name="heart" />
          <Text color="secondary">
            {t('alerts.heartbeat.alive', 'The monitoring is alive: its heartbeat arrives.')}{' '}
            <TextLink href={alertUrl(heartbeat.name)}>{heartbeat.name}</TextLink>
            {heartbeat.since !== undefined && (
              <>
                {' ('}
                <Since at={heartbeat.since} />
                {')'}
              </>
            )}
          </Text>
        </Stack>
      );
    case 'silent':
      return (
        <Alert severity="error" title={t('alerts.heartbeat.silent', 'The monitoring itself may be silent')}>
          <p>
            {t(
              'alerts.heartbeat.silent-advice',
              'The alert {{name}} always fires, and Alertmanager does not have it. Nothing below says that all is well: look at the dashboards, and find the broken link of the chain.',
              { name: heartbeat.name }
            )}
          </p>
          <LinkButton icon="book" variant="secondary" href={alertUrl(heartbeat.name)}>
            {t('alerts.heartbeat.runbook', 'What to do')}
          </LinkButton>
        </Alert>
      );
    case 'disabled':
      return (
        <Text color="secondary">
          {t(
            'alerts.heartbeat.disabled',
            'The heartbeat is disabled in the settings, so nobody can tell a quiet day from a broken chain.'
          )}
        </Text>
      );
  }
}
