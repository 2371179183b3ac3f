import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { ClipboardButton, Text, useStyles2 } from '@grafana/ui';
import React from 'react';

import { t } from '../../app/t';
import { SourceText } from './SourceText';
import { type SourceOf, type ThresholdRow } from './thresholdRow';

/** Makes a bundle under the user's settings. */
const GENERATE = 'npx genwatch generate --config genwatch.config.yaml --out bundle';

/** Where the numbers of one threshold come from, and the lines of `genwatch.config.yaml` that change them. */
export function ThresholdDetails({ row }: { readonly row: ThresholdRow }) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.columns}>
      <section>
        <Text element="h4" variant="h6">
          {t('thresholds.details.sources', 'Where the numbers come from')}
        </Text>
        <dl className={styles.sources}>
          {row.sources.map(({ of, source }) => (
            <React.Fragment key={of}>
              <dt>{sourceLabel(of)}</dt>
              <dd>
                <SourceText source={source} />
              </dd>
            </React.Fragment>
          ))}
        </dl>
      </section>
      <section>
        <Text element="h4" variant="h6">
          {t('thresholds.details.change', 'Change it')}
        </Text>
        <p>
          {t('thresholds.details.how', 'Put the lines you want to change into genwatch.config.yaml, then run:')}{' '}
          <code className={styles.command}>{GENERATE}</code>
        </p>
        <pre className={styles.snippet}>{row.snippet}</pre>
        <ClipboardButton
          icon="copy"
          size="sm"
          variant="secondary"
          getText={() => row.snippet}
          aria-label={t('thresholds.details.copy-label', 'Copy the lines that change {{id}}', { id: row.id })}
        >
          {t('thresholds.details.copy', 'Copy')}
        </ClipboardButton>
      </section>
    </div>
  );
}

function sourceLabel(of: SourceOf['of']): string {
  switch (of) {
    case 'window':
      return t('thresholds.source.of-window', 'window');
    case 'minimumSample':
      return t('thresholds.source.of-minimum-sample', 'minimum sample');
    case 'floor':
      return t('thresholds.source.of-floor', 'floor');
    case 'history':
      return t('thresholds.source.of-history', 'history');
    case 'for':
      return t('thresholds.source.of-for', 'holding time');
    default:
      // Levels go by the names they have in the configuration file.
      return of;
  }
}

const getStyles = (theme: GrafanaTheme2) => ({
  columns: css({
    display: 'grid',
    gap: theme.spacing(3),
    gridTemplateColumns: 'minmax(0, 1fr)',
    [theme.breakpoints.up('lg')]: { gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)' },
  }),
  sources: css({
    display: 'grid',
    gap: theme.spacing(0.5, 2),
    gridTemplateColumns: 'minmax(0, 1fr)',
    margin: theme.spacing(1, 0, 0),
    [theme.breakpoints.up('md')]: { gridTemplateColumns: 'max-content minmax(0, 1fr)' },
    '& dt': { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
  }),
  // Grafana's own style of code never breaks a line.
  command: css({ whiteSpace: 'normal', overflowWrap: 'anywhere' }),
  snippet: css({ overflowX: 'auto', whiteSpace: 'pre' }),
});
