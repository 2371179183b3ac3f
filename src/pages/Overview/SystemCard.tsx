import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Text, TextLink, useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';

import { appUrl } from '../../app/appUrl';
import { t } from '../../app/t';
import { ChangesList } from './ChangesList';
import { type OverviewRow } from './overviewRow';
import { stateColor, StateBadge } from './StateBadge';
import { SystemLinks } from './SystemLinks';
import { UnknownReason } from './UnknownReason';
import { WrongList } from './WrongList';

/** One system in a row, which becomes a card on a narrow screen. */
export function SystemCard({ row }: { readonly row: OverviewRow }) {
  const { id, title, description } = row.system;
  const styles = useStyles2(getStyles, row.state);
  return (
    <article className={styles.card} aria-labelledby={`system-${id}`}>
      <div className={styles.part}>
        <h2 id={`system-${id}`} className={styles.title}>
          <TextLink href={appUrl('systems', id)} inline={false}>
            {title}
          </TextLink>
        </h2>
        <StateBadge state={row.state} />
        {row.unknown && <UnknownReason unknown={row.unknown} />}
        <Text color="secondary" variant="bodySmall">
          {description}
        </Text>
      </div>
      <Part title={t('overview.wrong.title', 'What is wrong')}>
        <WrongList row={row} />
      </Part>
      <Part title={t('overview.changes.title', 'What changed in 24 hours')}>
        <ChangesList row={row} />
      </Part>
      <Part title={t('overview.links.title', 'Look closer')}>
        <SystemLinks system={row.system} />
      </Part>
    </article>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles2(getStyles, 'pending');
  return (
    <section className={styles.part}>
      <h3 className={styles.heading}>{title}</h3>
      {children}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2, state: OverviewRow['state']) => ({
  card: css({
    display: 'grid',
    gap: theme.spacing(2, 3),
    gridTemplateColumns: 'minmax(0, 1fr)',
    padding: theme.spacing(2),
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
    borderLeft: `${theme.spacing(0.5)} solid ${stateColor(theme, state)}`,
    [theme.breakpoints.up('md')]: { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
    [theme.breakpoints.up('xl')]: {
      gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 5fr) minmax(0, 4fr) minmax(0, 2fr)',
    },
  }),
  part: css({
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: theme.spacing(0.75),
    overflowWrap: 'anywhere',
  }),
  title: css({ fontSize: theme.typography.h4.fontSize, margin: 0 }),
  heading: css({
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    fontWeight: theme.typography.fontWeightRegular,
    margin: 0,
  }),
});
