import { isLoopback } from './listenAddress';
import { type Options } from './options';

/** What other machines could do with an exporter that they can reach; nothing on loopback. */
export function exposure({
  listen,
  token,
  tls,
  review,
}: Pick<Options, 'listen' | 'token' | 'tls' | 'review'>): string[] {
  if (isLoopback(listen)) {
    return [];
  }
  const inClear = [token !== undefined && 'the token', review !== undefined && 'the secret of the reviews'].filter(
    (secret) => secret !== false
  );
  return [
    ...(token === undefined
      ? [
          'other machines can read /metrics without a token: set GENWATCH_TOKEN_FILE, or GENWATCH_LISTEN to a loopback address',
        ]
      : []),
    ...(tls === undefined ? inClear : []).map(
      (secret) =>
        `${secret} crosses the network in clear text: set GENWATCH_TLS_CERT_FILE and GENWATCH_TLS_KEY_FILE, or put a TLS proxy in front`
    ),
  ];
}
