import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Alert, Button, useStyles2 } from '@grafana/ui';
import React from 'react';

import { t } from './t';

interface Props {
  readonly error: Error;
  readonly title: string;
  /** What to do about it. */
  readonly advice: string;
}

/** What failed, what to do, and the error's own words for whoever reports it. */
export function ErrorView({ error, title, advice }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <Alert title={title} severity="error">
      <p>{advice}</p>
      <pre className={styles.message}>{error.message}</pre>
      <Button variant="secondary" icon="sync" onClick={() => window.location.reload()}>
        {t('error.reload', 'Reload')}
      </Button>
    </Alert>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  message: css({ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', marginBottom: theme.spacing(1) }),
});
