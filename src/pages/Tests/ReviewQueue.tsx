import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Stack, Text, TextLink, useStyles2 } from '@grafana/ui';
import React, { useRef } from 'react';

import { appUrl } from '../../app/appUrl';
import { type Source } from '../../app/installation';
import { t } from '../../app/t';
import { RawText } from '../../shared/RawText';
import { Section } from '../../shared/Section';
import { useInRange } from '../../shared/useInRange';
import { FailureLink } from './FailureLink';
import { ReviewForm } from './ReviewForm';
import { type TestBody } from './testBody';

interface Props {
  readonly source: Source;
  readonly waiting: readonly TestBody[];
  /** How many wait altogether. */
  readonly total: number;
  readonly refresh: () => void;
}

/** What waits for a reviewer, the longest waiting first: what it tests, and the failure it came from. */
export function ReviewQueue({ source, waiting, total, refresh }: Props) {
  const styles = useStyles2(getStyles);
  const inRange = useInRange();
  const list = useRef<HTMLDivElement>(null);
  return (
    <Section
      title={t('tests.waiting', 'Waiting for review')}
      about={
        total > waiting.length
          ? t('tests.waiting-of', 'the first {{shown}} of {{total}}', { shown: waiting.length, total })
          : undefined
      }
    >
      {/* Where the keyboard goes on once a test has left the list. */}
      <div ref={list} tabIndex={-1}>
        {waiting.length === 0 && <span>{t('tests.waiting-none', 'No test waits for review.')}</span>}
        <ul className={styles.list}>
          {waiting.map((test) => (
            <li key={test.id} className={styles.test}>
              <Stack direction="column" gap={1}>
                <Stack direction="row" gap={1} wrap="wrap" alignItems="baseline">
                  <Text element="h3" variant="h5">
                    <TextLink href={inRange(appUrl('tests', test.id))}>{test.name}</TextLink>
                  </Text>
                  <Text color="secondary">{test.errorType}</Text>
                </Stack>
                <FailureLink test={test} />
                <RawText label={t('tests.body-of', 'What {{name}} does', { name: test.name })} text={test.body} />
                <ReviewForm
                  source={source}
                  test={test}
                  onSettled={() => {
                    refresh();
                    list.current?.focus();
                  }}
                />
              </Stack>
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', display: 'grid', gap: theme.spacing(2), gridTemplateColumns: 'minmax(0, 1fr)' }),
  test: css({
    padding: theme.spacing(2),
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
    overflowWrap: 'anywhere',
  }),
});
