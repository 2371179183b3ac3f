import { type IconName } from '@grafana/data';

import { type BootSettings } from '../../server/settings/bootSettings';

export interface NavLink {
  readonly text: string;
  readonly url: string;
}

export interface NavSection extends NavLink {
  readonly icon: IconName;
  readonly links: readonly NavLink[];
}

/** The navigation: the plugin's pages as its plugin.json lists them, the dashboards, and Explore. */
export const navSections = ({ app, dashboards }: BootSettings): readonly NavSection[] => {
  const pages = app.includes
    .filter(({ type, addToNav }) => type === 'page' && addToNav)
    .map(({ name, path, defaultNav }) => ({ text: name, url: path.replace('%PLUGIN_ID%', app.id), defaultNav }));
  return [
    {
      text: app.name,
      url: (pages.find(({ defaultNav }) => defaultNav) ?? pages[0])?.url ?? '/',
      icon: 'heart-rate',
      links: pages,
    },
    {
      text: 'Dashboards',
      url: '/dashboards',
      icon: 'gf-grid',
      links: dashboards.map(({ uid, title }) => ({ text: title, url: `/d/${uid}` })),
    },
    { text: 'Explore', url: '/explore', icon: 'compass', links: [] },
  ];
};
