import { type IncomingHttpHeaders } from 'node:http';

import { isOwnHost } from '../../../demo/stack/trustedRequest';

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** Port of this server. */
  readonly port: number;
}

export interface Refusal {
  readonly status: 403 | 405;
  readonly message: string;
}

/** What a page reads with POST because its question is too long for an address, and verdicts; nothing else takes one. */
const TAKES_POST = [
  /^\/api\/datasources\/proxy\/uid\/[\w-]+\/review\/[\w/-]+$/,
  /^\/api\/ds\/query$/,
  /^\/api\/datasources\/uid\/[\w-]+\/resources\/api\/v1\/(query|query_range|series|labels)$/,
];

/**
 * Why a request is not served, or nothing. The preview reads a database for whoever asks, so only its own page may ask:
 * pages of other sites are refused by their Origin, by what the browser says of them, and under a foreign name of this
 * machine (DNS rebinding). Nothing but verdicts on tests can be written.
 */
export function refusalOf({ method, path, headers, port }: Asked): Refusal | undefined {
  if (!isOwnHost(headers, port)) {
    return { status: 403, message: 'The preview is served at localhost and 127.0.0.1 only.' };
  }
  if (headers.origin !== undefined && headers.origin !== `http://${headers.host}`) {
    return { status: 403, message: 'The preview answers no other site.' };
  }
  const site = headers['sec-fetch-site'];
  const opensPage = headers['sec-fetch-mode'] === 'navigate' && !path.startsWith('/api/');
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !opensPage) {
    return { status: 403, message: 'The preview answers no other site.' };
  }
  if (method === 'GET' || method === 'HEAD' || (method === 'POST' && TAKES_POST.some((one) => one.test(path)))) {
    return undefined;
  }
  return { status: 405, message: 'The preview can only be read: changes need a real Grafana.' };
}
