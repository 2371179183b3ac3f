import { type IncomingMessage } from 'node:http';

import { Refusal } from './refusal';

/** What a verdict with the longest reason needs, with room. */
const MOST_BYTES = 16 * 1024;

/**
 * The body of a request as text. What comes after the limit is read and dropped, so that the sender gets to see the answer.
 * @throws Refusal when it is too long, broken off, or no UTF-8
 */
export function limitedBody(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    request.on('data', (part: Buffer) => {
      size += part.length;
      if (size > MOST_BYTES) {
        parts.length = 0;
        reject(new Refusal(413, 'The body is longer than 16 kB. Shorten the reason: 2 000 characters of it are kept.'));
        return;
      }
      parts.push(part);
    });
    request.on('end', () => {
      try {
        resolve(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts)));
      } catch (cause) {
        reject(new Refusal(400, 'The body is not valid UTF-8. Send JSON in UTF-8.', { cause }));
      }
    });
    const brokenOff = (cause?: Error) =>
      reject(new Refusal(400, 'The request broke off before its end. Send it again.', { cause }));
    request.on('error', brokenOff);
    request.on('aborted', () => brokenOff());
  });
}
