import { type LocationService } from '@grafana/runtime';

/** Links of the plugin to places in the preview change the page without loading it anew. */
export function followLinks(document: Document, { push }: Pick<LocationService, 'push'>): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (
      !link ||
      !isPlain ||
      event.defaultPrevented ||
      link.target ||
      link.origin !== location.origin ||
      link.hasAttribute('download')
    ) {
      return;
    }
    if (link.pathname === location.pathname && link.search === location.search && link.hash) {
      return;
    }
    event.preventDefault();
    push(link.pathname + link.search + link.hash);
  });
}
