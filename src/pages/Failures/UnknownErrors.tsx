import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Text, useStyles2 } from '@grafana/ui';
import React from 'react';

import { t } from '../../app/t';
import { type Settings } from '../../catalog/settings/settings';
import { type Answers } from '../../shared/answers';
import { FailureNotice } from '../../shared/FailureNotice';
import { Section } from '../../shared/Section';
import { UnknownErrorCard } from './UnknownErrorCard';
import { unknownErrors } from './unknownError';

interface Props {
  readonly answers: Answers;
  readonly settings: Settings;
}

/** Failures that no category knows, by what their messages have in common, and the lines that give them one. */
export function UnknownErrors({ answers, settings }: Props) {
  const styles = useStyles2(getStyles);
  const error = answers.error('templates');
  const found = unknownErrors(answers.frames('templates'));
  return (
    <Section title={t('failures.unknown', 'Unknown errors')}>
      {error !== undefined && <FailureNotice messages={[error]} />}
      {error === undefined && found.length === 0 && (
        <Text color="secondary">
          {t('failures.unknown-none', 'Every failure of late has a category, as far as the exporter has read.')}
        </Text>
      )}
      {found.length > 0 && (
        <p>
          {t(
            'failures.unknown-about',
            'What failures without a category have in common; what differs is masked. Give such a group a category, put the lines into genwatch.config.yaml, and from then on its failures have one.'
          )}
        </p>
      )}
      <ul className={styles.list}>
        {found.map((one) => (
          <li key={one.id} className={styles.error}>
            <UnknownErrorCard error={one} settings={settings} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none' }),
  error: css({
    padding: theme.spacing(2, 0),
    borderTop: `1px solid ${theme.colors.border.weak}`,
    overflowWrap: 'anywhere',
  }),
});
