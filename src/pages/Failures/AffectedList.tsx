import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Stack, Text, TextLink, useStyles2 } from '@grafana/ui';
import React from 'react';

import { t } from '../../app/t';
import { impactUrl, type Affected } from '../Impact/impactUrl';
import { type affectedBy } from './occurrence';

interface Props {
  readonly of: Affected;
  readonly title: string;
  readonly affected: ReturnType<typeof affectedBy>;
}

/** Who had the occurrences that are shown, by pseudonym, and a way to what else failed for them. */
export function AffectedList({ of, title, affected }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <Stack direction="column" gap={0.5}>
      <Text element="h3" variant="h6">
        {title}
      </Text>
      {affected.length === 0 && <Text color="secondary">{t('failures.nobody', 'none is known')}</Text>}
      <ul className={styles.list}>
        {affected.map(({ pseudonym, occurrences }) => (
          <li key={pseudonym}>
            <TextLink href={impactUrl(of, pseudonym)}>{pseudonym}</TextLink>{' '}
            <Text color="secondary">{t('failures.times', '{{occurrences}} ×', { occurrences })}</Text>
          </li>
        ))}
      </ul>
    </Stack>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5, 3) }),
});
