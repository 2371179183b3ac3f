import { verify, type KeyObject } from 'node:crypto';
import { z } from 'zod';

import { Refusal } from './refusal';
import { type VerifyToken } from './reviewer';

/** A key that Grafana publishes; nothing for one that it does not. */
export type KeyOf = (id: string) => Promise<KeyObject | undefined>;

/** Grafana signs with this one only: a token that asks for another way, or for none, is not Grafana's. */
const header = z.looseObject({ alg: z.literal('ES256'), kid: z.string() });
const times = z.looseObject({ exp: z.number(), nbf: z.number().optional() });

/** Clocks of two machines may differ so much. */
const LEEWAY_S = 30;

/** @param clock Milliseconds since 1970 */
export function createVerifyToken(keyOf: KeyOf, clock: () => number): VerifyToken {
  return async (token) => {
    const [head = '', body = '', signature = '', ...rest] = token.split('.');
    const { data } = header.safeParse(json(head));
    const key = data && rest.length === 0 ? await keyOf(data.kid) : undefined;
    if (!key || !isSigned(`${head}.${body}`, signature, key)) {
      throw new Refusal(
        403,
        'X-Grafana-Id is not signed by the Grafana of GENWATCH_GRAFANA_URL. Correct that address, or send verdicts through that Grafana.'
      );
    }
    const claims = json(body);
    const valid = times.safeParse(claims).data;
    const now = clock() / 1000;
    if (!valid || valid.exp < now - LEEWAY_S || (valid.nbf ?? 0) > now + LEEWAY_S) {
      throw new Refusal(
        403,
        'X-Grafana-Id is not valid at this time. Load the page again; if it lasts, set the clocks of Grafana and of the exporter.'
      );
    }
    return claims;
  };
}

/** A JSON Web Signature holds both numbers of the signature one after the other, not as DER. */
const isSigned = (text: string, signature: string, key: KeyObject): boolean =>
  verify('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));

function json(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
