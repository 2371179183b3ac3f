import { type IncomingMessage } from 'node:http';

import { HttpError } from './httpError';

const MOST_BYTES = 1024 * 1024;

/**
 * The body of a request as text.
 * @throws HttpError 413 when it is larger than a megabyte
 */
export async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MOST_BYTES) {
      throw new HttpError(413, 'The request is larger than a megabyte.');
    }
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
