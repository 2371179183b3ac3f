import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { ClipboardButton, LinkButton, Stack, useStyles2 } from '@grafana/ui';
import React from 'react';

import { t } from '../../app/t';
import { type Source } from '../../app/installation';
import { exploreUrl, mayExplore } from './exploreUrl';

interface Props {
  readonly language: string;
  readonly code: string;
  readonly source?: Source | undefined;
}

/** A query or a command of a runbook, to be copied or asked. */
export function RunbookCode({ language, code, source }: Props) {
  const styles = useStyles2(getStyles);
  const url = source && mayExplore() ? exploreUrl(source, language, code) : undefined;
  return (
    <div className={styles.block}>
      {/* Scrolls sideways, so the keyboard has to reach it. */}
      <pre className={styles.code} tabIndex={0}>
        {code}
      </pre>
      <Stack direction="row" gap={1} wrap="wrap">
        <ClipboardButton icon="copy" size="sm" variant="secondary" getText={() => code}>
          {t('runbook.copy', 'Copy')}
        </ClipboardButton>
        {url && (
          <LinkButton icon="compass" size="sm" variant="secondary" href={url} target="_blank">
            {t('runbook.explore', 'Open in Explore')}
          </LinkButton>
        )}
      </Stack>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  block: css({ marginBottom: theme.spacing(2) }),
  code: css({
    overflow: 'auto',
    whiteSpace: 'pre',
    overflowWrap: 'normal',
    maxHeight: '24em',
    marginBottom: theme.spacing(1),
  }),
});
