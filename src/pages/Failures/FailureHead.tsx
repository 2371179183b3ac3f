import { Button, EmptyState, Stack, Text } from '@grafana/ui';
import React from 'react';

import { t } from '../../app/t';
import { type AnswersProps } from '../../shared/AnswersView';
import { Facts } from '../../shared/Facts';
import { Moment } from '../../shared/time/Moment';
import { useAddress } from '../../shared/useAddress';
import { categoryInWords } from './categoryInWords';
import { failureRows } from './failureRow';
import { FailureSeverity } from './FailureSeverity';

/** What failed, how bad it is, how often and since when. */
export function FailureHead({ answers }: Pick<AnswersProps, 'answers'>) {
  const { setParameters } = useAddress<'from' | 'to'>();
  const [row] = failureRows(answers.frames('failure'));
  if (answers.error('failure') !== undefined) {
    return null;
  }
  if (!row) {
    return (
      <EmptyState
        variant="not-found"
        message={t('failures.one-none', 'It did not fail in this range')}
        button={
          <Button variant="secondary" onClick={() => setParameters({ from: 'now-90d', to: 'now' })}>
            {t('failures.look-back', 'Look at the last 90 days')}
          </Button>
        }
      />
    );
  }
  const { errorType, severity, category, occurrences, users, projects, firstSeen, lastSeen } = row;
  return (
    <Stack direction="column" gap={2}>
      <Stack direction="row" gap={1} wrap="wrap" alignItems="center">
        <FailureSeverity severity={severity} />
        <Text element="h2" variant="h4">
          {errorType}
        </Text>
      </Stack>
      <Facts
        facts={[
          [t('failures.column.category', 'Category'), categoryInWords(category)],
          [t('failures.column.occurrences', 'Occurrences'), occurrences],
          [t('failures.fact.users', 'Users'), users],
          [t('failures.fact.projects', 'Projects'), projects],
          [
            t('failures.fact.first-seen', 'First seen in the range'),
            firstSeen === undefined ? undefined : <Moment at={firstSeen} />,
          ],
          [t('failures.column.last-seen', 'Last seen'), lastSeen === undefined ? undefined : <Moment at={lastSeen} />],
        ]}
      />
    </Stack>
  );
}
