import { Stack, Text, TextLink } from '@grafana/ui';
import React from 'react';

import { appUrl } from '../../app/appUrl';
import { t } from '../../app/t';
import { FailureSeverity } from '../Failures/FailureSeverity';
import { maskedMessage } from '../Failures/maskedMessage';
import { type TestBody } from './testBody';

/** The failure that a test came from, as far as it is still there. */
export function FailureLink({ test: { fingerprint, severity, message } }: { readonly test: TestBody }) {
  if (message === '') {
    return <Text color="secondary">{t('tests.failure-gone', 'The failure it came from is gone.')}</Text>;
  }
  return (
    <Stack direction="row" gap={1} wrap="wrap" alignItems="baseline">
      <FailureSeverity severity={severity} />
      <Text color="secondary">{maskedMessage(message)}</Text>
      {fingerprint !== '' && (
        <TextLink href={`${appUrl('failures', fingerprint)}?from=now-90d&to=now`}>
          {t('tests.failure', 'The failure')}
        </TextLink>
      )}
    </Stack>
  );
}
