import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Text, useStyles2 } from '@grafana/ui';
import React from 'react';

import { t } from '../../app/t';
import { type Alert } from '../../catalog/kinds/alert';

interface Props {
  readonly alert: Alert;
  readonly element: 'h2' | 'h3';
}

/** What to do first, in order. */
export function AlertSteps({ alert: { steps }, element }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <section>
      <Text element={element} variant="h5">
        {t('alerts.steps', 'What to do')}
      </Text>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  steps: css({ margin: theme.spacing(1, 0, 0), paddingLeft: theme.spacing(3) }),
});
