import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Stack, Text, TextLink, useStyles2 } from '@grafana/ui';
import React from 'react';

import { appUrl } from '../../app/appUrl';
import { t } from '../../app/t';
import { type Answers } from '../../shared/answers';
import { FailureNotice } from '../../shared/FailureNotice';
import { Section } from '../../shared/Section';
import { Moment } from '../../shared/time/Moment';
import { testReviews } from './testReview';
import { TestState } from './TestState';

interface Props {
  readonly answers: Answers;
  /** Whether they are of several tests. */
  readonly withTests?: boolean;
}

/** Who decided what, when and why. An installation without reviews has no history, and says so here alone. */
export function ReviewHistory({ answers, withTests = false }: Props) {
  const styles = useStyles2(getStyles);
  const error = answers.error('reviews');
  const reviews = testReviews(answers.frames('reviews'));
  return (
    <Section title={t('tests.history', 'History of verdicts')}>
      {error !== undefined && <FailureNotice messages={[error]} />}
      {error === undefined && reviews.length === 0 && (
        <Text color="secondary">{t('tests.history-none', 'Nobody has decided anything yet.')}</Text>
      )}
      <ul className={styles.list}>
        {reviews.map(({ testId, testName, verdict, reason, reviewedBy, reviewedAt }) => (
          <li key={`${testId} ${reviewedAt} ${verdict}`} className={styles.review}>
            <Stack direction="row" gap={1} wrap="wrap" alignItems="center">
              <TestState state={verdict} />
              {withTests && <TextLink href={appUrl('tests', testId)}>{testName}</TextLink>}
              <span>{t('tests.by', 'by {{name}}', { name: reviewedBy })}</span>
              {reviewedAt !== undefined && (
                <Text color="secondary" variant="bodySmall">
                  <Moment at={reviewedAt} />
                </Text>
              )}
            </Stack>
            {reason !== '' && <div>{reason}</div>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none' }),
  review: css({
    padding: theme.spacing(1, 0),
    borderTop: `1px solid ${theme.colors.border.weak}`,
    overflowWrap: 'anywhere',
  }),
});
