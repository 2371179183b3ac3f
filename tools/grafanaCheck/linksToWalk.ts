/**
 * Which links of a page lead to further pages of the app, as paths below Grafana's address.
 * @param hrefs as they stand on the page
 * @param base where Grafana is
 * @param root path of the app, `/a/genwatch-codegen-app`
 */
export function linksToWalk(hrefs: readonly string[], base: string, root: string): string[] {
  const grafana = new URL(base.endsWith('/') ? base : `${base}/`);
  const below = grafana.pathname.replace(/\/$/, '');
  const paths = hrefs.flatMap((href) => {
    const url = URL.canParse(href, grafana) ? new URL(href, grafana) : undefined;
    const path = url?.pathname.slice(below.length).replace(/\/$/, '');
    const ours = url?.origin === grafana.origin && url.pathname.startsWith(`${below}${root}/`);
    // One page has many addresses: its time range and its variables make no other page of it.
    return ours && path !== undefined ? [path] : [];
  });
  return [...new Set(paths)];
}
