import { type IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';

import { Refusal } from './refusal';

/** Who decides, when Grafana does not say. */
const UNKNOWN = 'unknown';
const CHARACTERS = 200;

/** What Grafana says of a person in its token; service accounts have a subject only. */
const claims = z.looseObject({
  username: z.string().optional(),
  email: z.string().optional(),
  displayName: z.string().optional(),
  sub: z.string().optional(),
});

/** Checks a token's signature and times. @returns its claims; @throws Refusal when it is not Grafana's */
export type VerifyToken = (token: string) => Promise<unknown>;

/**
 * The name of the reviewer: of Grafana's signed token where there is one, else of the header in which Grafana sends the
 * login on demand. Without `verify` the token is believed as it comes, since it comes with the secret.
 * @throws Refusal when there is a token that is not Grafana's
 */
export async function reviewerOf(headers: IncomingHttpHeaders, verify?: VerifyToken): Promise<string> {
  const token = single(headers['x-grafana-id']);
  if (!token) {
    return named(single(headers['x-grafana-user'])) ?? UNKNOWN;
  }
  const { data } = claims.safeParse(await (verify ?? unverified)(token));
  const names = [data?.username, data?.email, data?.displayName, data?.sub];
  return names.map(named).find((name) => name !== undefined) ?? UNKNOWN;
}

async function unverified(token: string): Promise<unknown> {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
  } catch (cause) {
    throw new Refusal(
      400,
      'X-Grafana-Id is no token. Send verdicts through the data source in Grafana, which sets it.',
      {
        cause,
      }
    );
  }
}

const single = (header: string | string[] | undefined): string | undefined => [header].flat()[0];

/** One line that can be shown; nothing when nothing is left. */
const named = (name: string | undefined): string | undefined =>
  [...(name ?? '').replace(/\p{C}/gu, '').trim()].slice(0, CHARACTERS).join('') || undefined;
