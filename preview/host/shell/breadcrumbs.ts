import { type NavModelItem } from '@grafana/data';

export interface Crumb {
  readonly text: string;
  readonly url?: string | undefined;
}

/** The way to a page: its section, then its parents, from the outside to the page itself. */
export function breadcrumbs(section: Crumb, page: NavModelItem | undefined): Crumb[] {
  const way: Crumb[] = [];
  for (let one = page; one; one = one.parentItem) {
    way.unshift({ text: one.text, url: one.url });
  }
  return [section, ...way];
}
