import { Alert, TextLink } from '@grafana/ui';
import React from 'react';

import { appUrl } from '../../app/appUrl';
import { t } from '../../app/t';
import { WATCHDOG } from './watchdog';

/** Above everything else: what stands below may look well only because nobody looks. */
export const WatchdogBanner = () => (
  <Alert severity="error" title={t('overview.silent.title', 'The monitoring may be silent')}>
    <p>
      {t(
        'overview.silent.advice',
        'The alert {{watchdog}} fires all the time to show that rules are evaluated and alerts arrive. It does not fire now: do not rely on the absence of alerts until it does.',
        { watchdog: WATCHDOG }
      )}
    </p>
    <TextLink href={appUrl('runbooks', WATCHDOG)} inline={false}>
      {t('overview.silent.runbook', 'What to do: the runbook of {{watchdog}}', { watchdog: WATCHDOG })}
    </TextLink>
  </Alert>
);
