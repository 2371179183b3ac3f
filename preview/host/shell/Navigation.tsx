import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import React from 'react';
import { Link, useLocation } from 'react-router-dom';

import { type NavSection } from './navSections';

interface Props {
  readonly sections: readonly NavSection[];
  readonly onNavigate: () => void;
}

/** The links at the left; the page that is shown is marked. */
export function Navigation({ sections, onNavigate }: Props) {
  const styles = useStyles2(getStyles);
  const { pathname } = useLocation();
  const isHere = (url: string): boolean => pathname === url || pathname.startsWith(`${url}/`);
  const link = (url: string, className: string) => ({
    to: url,
    onClick: onNavigate,
    className: cx(className, isHere(url) && styles.here),
    ...(isHere(url) && { 'aria-current': 'page' as const }),
  });
  return (
    <nav aria-label="Main" className={styles.nav}>
      {sections.map(({ text, url, icon, links }) => (
        <div key={text}>
          <Link
            {...(links.length > 0
              ? { to: url, onClick: onNavigate, className: styles.section }
              : link(url, styles.section))}
          >
            <Icon name={icon} /> {text}
          </Link>
          <ul className={styles.links}>
            {links.map((one) => (
              <li key={one.url}>
                <Link {...link(one.url, styles.link)}>{one.text}</Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const row = {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(0.75, 1.5),
    borderLeft: '2px solid transparent',
    borderRadius: theme.shape.radius.default,
    '&:hover': { background: theme.colors.action.hover },
  };
  return {
    nav: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1), padding: theme.spacing(1) }),
    section: css({ ...row, fontWeight: theme.typography.fontWeightMedium }),
    links: css({ listStyle: 'none' }),
    link: css({ ...row, paddingLeft: theme.spacing(4), color: theme.colors.text.secondary }),
    here: css({
      color: theme.colors.text.primary,
      background: theme.colors.action.selected,
      borderLeftColor: theme.colors.primary.main,
    }),
  };
};
