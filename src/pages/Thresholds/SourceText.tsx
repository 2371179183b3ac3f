import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Text, useStyles2 } from '@grafana/ui';
import React from 'react';

import { t } from '../../app/t';
import { isQuote, type Quote, type Source } from '../../catalog/kinds/source';

/** A quoted place of the specification, or our own reason. */
export function SourceText({ source }: { readonly source: Source }) {
  const styles = useStyles2(getStyles);
  return isQuote(source) ? (
    <>
      {place(source)}
      {': '}
      <q className={styles.words}>{source.words}</q>
    </>
  ) : (
    <>
      {t('thresholds.source.own', 'ours')}
      {': '}
      <Text italic>{source.own}</Text>
    </>
  );
}

const place = ({ document, section }: Quote): string =>
  document === 'decisions'
    ? t('thresholds.source.decision', 'decision {{section}}', { section })
    : t('thresholds.source.section', '“{{document}}” document, section {{section}}', { document, section });

// Grafana's global styles take the quotation marks away; `auto` gives each language its own.
const getStyles = (theme: GrafanaTheme2) => ({
  words: css({
    quotes: 'auto',
    color: theme.colors.text.maxContrast,
    '&:before': { content: 'open-quote' },
    '&:after': { content: 'close-quote' },
  }),
});
