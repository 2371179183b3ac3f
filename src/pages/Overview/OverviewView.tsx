import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';

import { type Installation } from '../../app/installation';
import { t } from '../../app/t';
import { type Answers } from '../../shared/answers';
import { overviewRows } from './overviewRow';
import { SystemCard } from './SystemCard';
import { isWatched } from './watchdog';
import { WatchdogBanner } from './WatchdogBanner';

export const overviewView = ({ catalog }: Installation) =>
  function OverviewView({ answers }: { readonly answers: Answers }) {
    const styles = useStyles2(getStyles);
    return (
      <>
        {isWatched(catalog, answers) === false && <WatchdogBanner />}
        <ul className={styles.list} aria-label={t('overview.systems', 'Systems')}>
          {overviewRows(catalog, answers).map((row) => (
            <li key={row.system.id}>
              <SystemCard row={row} />
            </li>
          ))}
        </ul>
      </>
    );
  };

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', display: 'flex', flexDirection: 'column', gap: theme.spacing(2), width: '100%' }),
});
