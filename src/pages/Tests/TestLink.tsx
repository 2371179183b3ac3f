import { Stack, TextLink } from '@grafana/ui';
import React from 'react';

import { appUrl } from '../../app/appUrl';
import { t } from '../../app/t';
import { useInRange } from '../../shared/useInRange';
import { TestState } from './TestState';

interface Props {
  readonly id: string;
  readonly state: string;
}

/** A way to a test, and what became of it. */
export function TestLink({ id, state }: Props) {
  const inRange = useInRange();
  return (
    <Stack direction="row" gap={1} wrap="wrap" alignItems="center">
      <TextLink href={inRange(appUrl('tests', id))}>{t('tests.one', 'Test {{id}}', { id })}</TextLink>
      <TestState state={state} />
    </Stack>
  );
}
