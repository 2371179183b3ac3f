import { css } from '@emotion/css';
import { type GrafanaTheme2, type IconName } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import React from 'react';

import { t } from '../../app/t';
import { type OverviewRow } from './overviewRow';

type State = OverviewRow['state'];

const ICONS: Readonly<Record<State, IconName>> = {
  green: 'check-circle',
  yellow: 'exclamation-triangle',
  red: 'exclamation-circle',
  unknown: 'question-circle',
  pending: 'sync',
};

/** The state of a system: icon and word say what the colour repeats. */
export function StateBadge({ state }: { readonly state: State }) {
  const styles = useStyles2(getStyles, state);
  return (
    <span className={styles.badge}>
      {/* One of its own for each state: a picture that is still loaded would stay in the place of the next. */}
      <Icon key={state} name={ICONS[state]} size="lg" className={styles.icon} />
      {stateTitle(state)}
    </span>
  );
}

function stateTitle(state: State): string {
  switch (state) {
    case 'green':
      return t('state.title.green', 'Green');
    case 'yellow':
      return t('state.title.yellow', 'Yellow');
    case 'red':
      return t('state.title.red', 'Red');
    case 'unknown':
      return t('state.title.unknown', 'Unknown');
    case 'pending':
      return t('state.title.pending', 'Asking…');
  }
}

/** The word for a state inside a sentence. */
export function stateWord(state: State): string {
  switch (state) {
    case 'green':
      return t('state.green', 'green');
    case 'yellow':
      return t('state.yellow', 'yellow');
    case 'red':
      return t('state.red', 'red');
    default:
      return t('state.unknown', 'unknown');
  }
}

/** The colour that repeats a state: of the theme, so that it is seen in the light one too. */
export function stateColor({ colors, visualization }: GrafanaTheme2, state: State): string {
  switch (state) {
    case 'green':
      return colors.success.text;
    case 'yellow':
      return visualization.getColorByName('yellow');
    case 'red':
      return colors.error.text;
    default:
      return colors.text.secondary;
  }
}

const getStyles = (theme: GrafanaTheme2, state: State) => ({
  badge: css({
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    fontSize: theme.typography.h5.fontSize,
    fontWeight: theme.typography.fontWeightMedium,
  }),
  icon: css({ color: stateColor(theme, state) }),
});
