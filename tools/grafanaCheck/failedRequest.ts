/** Asked by Grafana itself on every page of the kind, where 404 only means that there is none. */
const MAY_BE_MISSING = [/\/public-dashboards$/];

/** How a request is told that failed, `GET /api/x 502`; nothing for one that did not. */
export function failedRequest(method: string, url: string, status: number): string | undefined {
  const { pathname } = new URL(url);
  const fine = status < 400 || (status === 404 && MAY_BE_MISSING.some((one) => one.test(pathname)));
  return fine ? undefined : `${method} ${pathname} ${status}`;
}
