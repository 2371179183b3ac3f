import { timingSafeEqual } from 'node:crypto';
import { type IncomingHttpHeaders } from 'node:http';

/**
 * Whether a request to the control server may be served; else the status to refuse it with. Requests of web pages are
 * refused whatever they know: they carry an Origin, or reach us under a foreign name (DNS rebinding).
 */
export function refusalOf(headers: IncomingHttpHeaders, port: number, token: string): 401 | 403 | undefined {
  if (headers.origin !== undefined || !isOwnHost(headers, port)) {
    return 403;
  }
  return isEqual(headers.authorization ?? '', `Bearer ${token}`) ? undefined : 401;
}

/** Whether a request names this server by a name of this machine, as a page of another site cannot. */
export const isOwnHost = ({ host }: IncomingHttpHeaders, port: number): boolean =>
  ['127.0.0.1', 'localhost'].some((own) => host === `${own}:${port}`);

function isEqual(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
