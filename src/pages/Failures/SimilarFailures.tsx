import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Stack, Text, TextLink, useStyles2 } from '@grafana/ui';
import React from 'react';

import { appUrl } from '../../app/appUrl';
import { t } from '../../app/t';
import { useInRange } from '../../shared/useInRange';
import { type SimilarFailure } from './similarFailure';

/** Failures of the same type, or of much the same words. */
export function SimilarFailures({ failures }: { readonly failures: readonly SimilarFailure[] }) {
  const styles = useStyles2(getStyles);
  const inRange = useInRange();
  if (failures.length === 0) {
    return (
      <Text color="secondary">
        {t('failures.similar-none', 'No other failure in this range has its error type or its words.')}
      </Text>
    );
  }
  return (
    <ul className={styles.list}>
      {failures.map(({ fingerprint, errorType, message, occurrences, sharedWords }) => (
        <li key={fingerprint} className={styles.failure}>
          <Stack direction="row" gap={1} wrap="wrap" alignItems="baseline">
            <TextLink href={inRange(appUrl('failures', fingerprint))}>{errorType || fingerprint}</TextLink>
            <Text color="secondary" variant="bodySmall">
              {t('failures.similar', '{{occurrences}} ×, {{sharedWords}} % of the words shared', {
                occurrences,
                sharedWords: Math.round(sharedWords),
              })}
            </Text>
          </Stack>
          <Text color="secondary">{message}</Text>
        </li>
      ))}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none' }),
  failure: css({
    padding: theme.spacing(1, 0),
    borderTop: `1px solid ${theme.colors.border.weak}`,
    overflowWrap: 'anywhere',
  }),
});
