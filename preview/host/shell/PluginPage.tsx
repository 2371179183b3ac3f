import { css } from '@emotion/css';
import { type GrafanaTheme2, type NavModelItem, PageLayoutType } from '@grafana/data';
import { type PluginPageProps } from '@grafana/runtime';
import { Stack, Tab, TabsBar, Text, useStyles2 } from '@grafana/ui';
import React, { useContext, useEffect } from 'react';

import { NavContext } from './NavContext';

/** What Grafana puts around a page of a plugin: title, actions and tabs. */
export function PluginPage({ children, pageNav, actions, subTitle, renderTitle, info, layout }: PluginPageProps) {
  const styles = useStyles2(getStyles);
  const tell = useContext(NavContext);
  const head = pageNav && headOf(pageNav);
  const tabs = head?.children?.filter(({ hideFromTabs }) => !hideFromTabs) ?? [];
  const title = head?.text ?? '';
  useEffect(() => {
    tell(pageNav);
    return () => tell(undefined);
  }, [pageNav, tell]);
  if (layout === PageLayoutType.Custom) {
    return <>{children}</>;
  }
  return (
    <div className={styles.page}>
      <Stack justifyContent="space-between" alignItems="flex-start" wrap="wrap">
        <Stack direction="column" gap={0}>
          {renderTitle ? renderTitle(title) : <Text element="h1">{title}</Text>}
          {subTitle ?? (head?.subTitle && <Text color="secondary">{head.subTitle}</Text>)}
        </Stack>
        <Stack alignItems="center" wrap="wrap">
          {info?.map(({ label, value }) => (
            <span key={label}>
              {label} {value}
            </span>
          ))}
          {actions}
        </Stack>
      </Stack>
      {tabs.length > 0 && (
        <TabsBar className={styles.tabs}>
          {tabs.map(({ id, url, text, active, icon, tabSuffix, tabCounter }) => (
            <Tab
              key={id ?? url}
              label={text}
              active={active}
              href={url}
              icon={icon as never}
              suffix={tabSuffix}
              counter={tabCounter}
            />
          ))}
        </TabsBar>
      )}
      {children}
    </div>
  );
}

/** A tab has the title of its page. */
const headOf = (page: NavModelItem): NavModelItem =>
  page.parentItem?.children?.some(({ url }) => url === page.url) ? page.parentItem : page;

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({
    flexGrow: 1,
    minHeight: 0,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    padding: theme.spacing(3),
    [theme.breakpoints.down('md')]: { padding: theme.spacing(2, 1) },
  }),
  // They scroll sideways on their own, so that a full page would squeeze them to nothing.
  tabs: css({ flexShrink: 0 }),
});
