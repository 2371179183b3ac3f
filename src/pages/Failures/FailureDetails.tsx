import { Stack, Text } from '@grafana/ui';
import React, { useMemo } from 'react';

import { t } from '../../app/t';
import { inWords } from '../../catalog/exact/duration';
import { type Settings } from '../../catalog/settings/settings';
import { type AnswersProps } from '../../shared/AnswersView';
import { Section } from '../../shared/Section';
import { TestLink } from '../Tests/TestLink';
import { AffectedList } from './AffectedList';
import { MOST_OCCURRENCES } from './failureQueries';
import { failureRows } from './failureRow';
import { affectedBy, occurrencesIn } from './occurrence';
import { OccurrenceDetails, OccurrencesTable } from './OccurrencesTable';
import { similarFailures } from './similarFailure';
import { SimilarFailures } from './SimilarFailures';

/** What was written of a failure, whom it hit, its test, and what may have the same cause. */
export function failureDetails({ generation: { strikes } }: Settings) {
  return function FailureDetails({ answers }: Pick<AnswersProps, 'answers'>) {
    const [row] = failureRows(answers.frames('failure'));
    const occurrences = useMemo(() => occurrencesIn(answers.frames('occurrences')), [answers]);
    const [latest] = occurrences;
    if (!row) {
      return null;
    }
    return (
      <Stack direction="column" gap={3}>
        {latest && (
          <Section title={t('failures.latest', 'The latest one')}>
            <OccurrenceDetails occurrence={latest} />
          </Section>
        )}
        <Section title={t('failures.test', 'Test against it')}>
          {row.test ? (
            <TestLink id={row.test.id} state={row.test.status} />
          ) : (
            <Text color="secondary">
              {t(
                'failures.test-none',
                'There is none yet: {{failures}} failures of this error type within {{window}} make one.',
                { failures: strikes.failures, window: inWords(strikes.window) }
              )}
            </Text>
          )}
        </Section>
        {answers.error('similar') === undefined && (
          <Section title={t('failures.similar-title', 'Similar failures')}>
            <SimilarFailures failures={similarFailures(answers.frames('similar'))} />
          </Section>
        )}
        {occurrences.length > 0 && (
          <Section
            title={t('failures.affected', 'Affected users and projects')}
            about={t('failures.of-latest', '', {
              count: occurrences.length,
              defaultValue_one: 'of the latest occurrence',
              defaultValue_other: 'of the latest {{count}} occurrences',
            })}
          >
            <AffectedList
              of="user"
              title={t('failures.fact.users', 'Users')}
              affected={affectedBy(occurrences, 'user')}
            />
            <AffectedList
              of="project"
              title={t('failures.fact.projects', 'Projects')}
              affected={affectedBy(occurrences, 'project')}
            />
          </Section>
        )}
        {answers.error('occurrences') === undefined && (
          <Section
            title={t('failures.occurrences', 'Occurrences')}
            about={
              row.occurrences > MOST_OCCURRENCES
                ? t('failures.latest-of', 'the latest {{shown}} of {{total}}', {
                    shown: occurrences.length,
                    total: row.occurrences,
                  })
                : undefined
            }
          >
            <OccurrencesTable occurrences={occurrences} />
          </Section>
        )}
      </Stack>
    );
  };
}
