import pluginJson from '../plugin.json';

/** Pages of the app, by the first part of their URL; `plugin.json` names those that stand in the navigation. */
export const PAGES = [
  'overview',
  'systems',
  'alerts',
  'failures',
  'tests',
  'impact',
  'thresholds',
  'runbooks',
] as const;
export type Page = (typeof PAGES)[number];

/** Where Grafana shows a page, or something on it: `/a/genwatch-codegen-app/systems/validation/trends`. */
export const appUrl = (page: Page, ...parts: readonly string[]): string =>
  ['/a', pluginJson.id, page, ...parts.map(encodeURIComponent)].join('/');
