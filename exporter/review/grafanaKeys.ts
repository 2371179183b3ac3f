import { createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';

import { type Clock } from '../clock';
import { Refusal } from './refusal';
import { type KeyOf } from './verifyToken';

const published = z.object({
  keys: z.array(z.looseObject({ kid: z.string(), kty: z.string(), crv: z.string().optional() })),
});

const FETCH_MS = 3_000;
/** Keys that Grafana has withdrawn are forgotten by then. */
const FRESH_MS = 600_000;
/** Tokens with made-up keys must not make us ask more often. */
const PAUSE_MS = 10_000;

/** The keys that a Grafana signs with, read from it when they are needed, and kept for a while. */
export function grafanaKeys(grafanaUrl: string, clock: Clock): KeyOf {
  const address = `${grafanaUrl.replace(/\/+$/, '')}/api/signing-keys/keys`;
  let keys = new Map<string, KeyObject>();
  let readAt = -Infinity;
  let reading: Promise<void> | undefined;

  async function read(): Promise<void> {
    keys = await fetchKeys(address);
    readAt = clock();
  }

  return async (id) => {
    const age = clock() - readAt;
    if (age > FRESH_MS || (!keys.has(id) && age > PAUSE_MS)) {
      await (reading ??= read().finally(() => (reading = undefined)));
    }
    return keys.get(id);
  };
}

async function fetchKeys(address: string): Promise<Map<string, KeyObject>> {
  try {
    const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(FETCH_MS) });
    if (!response.ok) {
      throw new Error(`It answers with status ${response.status}.`);
    }
    const { keys } = published.parse(await response.json());
    return new Map(
      keys
        .filter(({ kty, crv }) => kty === 'EC' && crv === 'P-256')
        .map((jwk): [string, KeyObject] => [jwk.kid, createPublicKey({ key: jwk, format: 'jwk' })])
    );
  } catch (cause) {
    throw new Refusal(
      503,
      'The keys of Grafana cannot be read, so nobody knows who sends this. Check that the exporter reaches GENWATCH_GRAFANA_URL, with /api/signing-keys/keys below it. The same request may be sent again.',
      { cause }
    );
  }
}
