import pluginJson from '../plugin.json';

/** Pages of the app, by the last part of their URL; `plugin.json` names the same paths. */
export const PAGES = { thresholds: 'thresholds' } as const;
export type Page = keyof typeof PAGES;

/** Where Grafana shows a page: `/a/genwatch-codegen-app/thresholds`. */
export const appUrl = (page: Page): string => `/a/${pluginJson.id}/${PAGES[page]}`;
