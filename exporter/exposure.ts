import { isLoopback } from './listenAddress';
import { type Options } from './options';

/** What other machines could do with an exporter that they can reach; nothing on loopback. */
export function exposure({ listen, token, tls }: Pick<Options, 'listen' | 'token' | 'tls'>): string[] {
  if (isLoopback(listen)) {
    return [];
  }
  if (token === undefined) {
    return [
      'other machines can read /metrics without a token: set GENWATCH_TOKEN_FILE, or GENWATCH_LISTEN to a loopback address',
    ];
  }
  return tls === undefined
    ? [
        'the token crosses the network in clear text: set GENWATCH_TLS_CERT_FILE and GENWATCH_TLS_KEY_FILE, or put a TLS proxy in front',
      ]
    : [];
}
