import { createServer } from 'node:net';

import { hasErrorCode } from './hasErrorCode';

const LOOPBACK = '127.0.0.1';
const STEPS = 100;
const LAST_PORT = 65535;

/**
 * A free TCP port on loopback: `preferred`, or the next free one above it; without `preferred` any free one.
 * @param taken ports given out already whose servers do not listen yet
 */
export async function freePort(preferred?: number, taken: readonly number[] = []): Promise<number> {
  if (preferred === undefined) {
    const port = await listenOnce(0);
    return taken.includes(port) ? freePort(undefined, taken) : port;
  }
  const last = Math.min(preferred + STEPS, LAST_PORT);
  for (let port = preferred; port <= last; port++) {
    if (!taken.includes(port) && (await isFree(port))) {
      return port;
    }
  }
  throw new Error(
    `Looking for a free port on ${LOOPBACK}: ${preferred} to ${last} are all in use. Stop what uses them.`
  );
}

async function isFree(port: number): Promise<boolean> {
  try {
    await listenOnce(port);
    return true;
  } catch (error) {
    // Privileged ports count as busy: stepping on leads to one that can be had.
    if (hasErrorCode(error, 'EADDRINUSE') || hasErrorCode(error, 'EACCES')) {
      return false;
    }
    throw new Error(`Looking for a free port: cannot listen on ${LOOPBACK}:${port}.`, { cause: error });
  }
}

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen({ host: LOOPBACK, port, exclusive: true }, () => {
      const address = probe.address();
      const listening = typeof address === 'object' && address !== null ? address.port : port;
      probe.close(() => resolve(listening));
    });
  });
}
