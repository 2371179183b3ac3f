import { LoadingPlaceholder, Stack } from '@grafana/ui';
import React from 'react';

import { t } from '../../app/t';
import { type Settings } from '../../catalog/settings/settings';
import { type AnswersProps } from '../../shared/AnswersView';
import { KnownFailures } from './KnownFailures';
import { UnknownErrors } from './UnknownErrors';

/** What failed in the range, and what of late nobody has a category for; one does not wait for the other. */
export function failuresView(settings: Settings) {
  return function FailuresView({ answers }: Pick<AnswersProps, 'answers'>) {
    const isAnswered = (refId: string) => !answers.isPartial || answers.frames(refId).length > 0;
    return (
      <Stack direction="column" gap={4}>
        {isAnswered('failures') ? (
          <KnownFailures answers={answers} />
        ) : (
          <LoadingPlaceholder text={t('failures.loading', 'Asking PostgreSQL…')} />
        )}
        {isAnswered('templates') && <UnknownErrors answers={answers} settings={settings} />}
      </Stack>
    );
  };
}
