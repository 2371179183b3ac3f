/** Where a server listens. */
export interface ListenAddress {
  readonly host: string;
  readonly port: number;
}

/** Reads `127.0.0.1:9465` or `[::1]:9465`; without a host it is loopback. Throws on anything else. */
export function listenAddress(text: string): ListenAddress {
  const [, bracketed, plain, digits] = /^(?:\[([0-9a-fA-F:.]+)\]|([^:[\]\s]*)):(\d{1,5})$/.exec(text) ?? [];
  const port = Number(digits);
  if (digits === undefined || port > 65_535) {
    throw new Error(`Cannot listen on "${text}": write GENWATCH_LISTEN as host:port, for example 127.0.0.1:9465.`);
  }
  return { host: bracketed || plain || '127.0.0.1', port };
}
