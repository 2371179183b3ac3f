import { css, cx } from '@emotion/css';
import { type GrafanaTheme2, type NavModelItem } from '@grafana/data';
import { IconButton, useStyles2 } from '@grafana/ui';
import React, { type ReactNode, useMemo, useState } from 'react';
import { Link, useLocation } from 'react-router-dom';

import { type BootSettings } from '../../server/settings/bootSettings';
import { type Choices } from '../boot/choices';
import { breadcrumbs } from './breadcrumbs';
import { NavContext } from './NavContext';
import { navSections } from './navSections';
import { Navigation } from './Navigation';
import { PreviewNote } from './PreviewNote';
import { Switches } from './Switches';

interface Props {
  readonly settings: BootSettings;
  readonly choices: Pick<Choices, 'language' | 'role'>;
  readonly children: ReactNode;
}

/** What stays around every page: the navigation at the left, the way to the page and the switches at the top. */
export function Shell({ settings, choices, children }: Props) {
  const styles = useStyles2(getStyles);
  const { pathname } = useLocation();
  const [page, setPage] = useState<NavModelItem>();
  const [isOpen, setOpen] = useState(false);
  const sections = useMemo(() => navSections(settings), [settings]);
  const section =
    sections.find(({ url, links }) => url === pathname || links.some((link) => pathname.startsWith(link.url))) ??
    sections[0];
  const crumbs = section ? breadcrumbs(section, page) : [];
  return (
    <NavContext.Provider value={setPage}>
      <a href="#content" className={styles.skip}>
        Skip to the content
      </a>
      <header className={styles.bar}>
        <IconButton
          className={styles.menu}
          name="bars"
          size="lg"
          aria-label={isOpen ? 'Close the menu' : 'Open the menu'}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        />
        <nav aria-label="Breadcrumbs" className={styles.crumbs}>
          <ol>
            {crumbs.map(({ text, url }, i) => (
              <li key={`${i} ${text}`}>
                {url && i < crumbs.length - 1 ? <Link to={url}>{text}</Link> : <span aria-current="page">{text}</span>}
              </li>
            ))}
          </ol>
        </nav>
        <PreviewNote />
        <Switches {...choices} />
      </header>
      <div className={styles.below}>
        <div className={cx(styles.side, isOpen && styles.open)}>
          <Navigation sections={sections} onNavigate={() => setOpen(false)} />
        </div>
        <main id="content" className={styles.content} tabIndex={-1}>
          {children}
        </main>
      </div>
    </NavContext.Provider>
  );
}

const BAR_HEIGHT = 48;
const SIDE_WIDTH = 240;

const getStyles = (theme: GrafanaTheme2) => ({
  skip: css({
    position: 'fixed',
    left: theme.spacing(1),
    top: -100,
    zIndex: theme.zIndex.portal,
    padding: theme.spacing(1),
    background: theme.colors.background.primary,
    '&:focus': { top: theme.spacing(1) },
  }),
  bar: css({
    position: 'sticky',
    top: 0,
    zIndex: theme.zIndex.navbarFixed,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    minHeight: BAR_HEIGHT,
    padding: theme.spacing(0.5, 2),
    background: theme.colors.background.primary,
    borderBottom: `1px solid ${theme.colors.border.weak}`,
  }),
  menu: css({ [theme.breakpoints.up('lg')]: { display: 'none' } }),
  crumbs: css({
    flex: '1 1 120px',
    minWidth: 0,
    ol: { display: 'flex', flexWrap: 'wrap', listStyle: 'none' },
    'li + li::before': { content: '"›"', margin: theme.spacing(0, 1), color: theme.colors.text.secondary },
    a: { color: theme.colors.text.secondary, '&:hover': { textDecoration: 'underline' } },
  }),
  below: css({ display: 'flex', flexGrow: 1, minHeight: 0 }),
  side: css({
    flex: `0 0 ${SIDE_WIDTH}px`,
    position: 'sticky',
    top: BAR_HEIGHT,
    alignSelf: 'flex-start',
    height: `calc(100vh - ${BAR_HEIGHT}px)`,
    overflowY: 'auto',
    background: theme.colors.background.primary,
    borderRight: `1px solid ${theme.colors.border.weak}`,
    [theme.breakpoints.down('lg')]: { display: 'none' },
  }),
  open: css({
    [theme.breakpoints.down('lg')]: {
      display: 'block',
      position: 'fixed',
      zIndex: theme.zIndex.navbarFixed,
      width: SIDE_WIDTH,
      boxShadow: theme.shadows.z3,
    },
  }),
  content: css({ flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column', '&:focus': { outline: 'none' } }),
});
