import { isIP } from 'node:net';

export interface Address {
  readonly host: string;
  /** 0 stands for any free port. */
  readonly port: number;
}

/** `127.0.0.1:9464`, `localhost:0` or `[::1]:9464`; nothing for anything else. */
export function parseAddress(text: string): Address | undefined {
  const match = /^(?:\[([0-9a-fA-F:.]+)\]|([A-Za-z0-9.-]+)):(\d{1,5})$/.exec(text);
  const host = match?.[1] ?? match?.[2];
  const port = Number(match?.[3]);
  const valid = host !== undefined && port <= 65535 && (match?.[1] === undefined || isIP(host) === 6);
  return valid ? { host, port } : undefined;
}

/** Whether only this machine can reach the address. */
export const isLoopback = ({ host }: Address): boolean =>
  /^127(\.\d{1,3}){3}$/.test(host) || host === '::1' || host === 'localhost';
