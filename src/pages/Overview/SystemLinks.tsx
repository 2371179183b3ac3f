import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { TextLink, useStyles2 } from '@grafana/ui';
import React from 'react';

import { appUrl } from '../../app/appUrl';
import { t } from '../../app/t';
import { type System } from '../../catalog/kinds/system';
import { systemTopics } from '../System/systemTopics';
import { topicTitle } from '../System/topicTitle';

/** Where to go on with a system. */
export function SystemLinks({ system }: { readonly system: System }) {
  const styles = useStyles2(getStyles);
  const { id } = system;
  const links = [
    ...systemTopics(system).map((topic) => ({ href: appUrl('systems', id, topic), text: topicTitle(topic) })),
    { href: `${appUrl('alerts')}?${new URLSearchParams({ system: id })}`, text: t('overview.links.alerts', 'Alerts') },
    { href: appUrl('systems', id, 'thresholds'), text: t('overview.links.thresholds', 'Thresholds') },
    { href: appUrl('runbooks'), text: t('overview.links.runbooks', 'Runbooks') },
  ];
  return (
    <ul className={styles.links}>
      {links.map(({ href, text }) => (
        <li key={href}>
          <TextLink href={href}>{text}</TextLink>
        </li>
      ))}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  links: css({ listStyle: 'none', display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5, 2) }),
});
