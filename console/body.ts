import { type IncomingMessage } from 'node:http';
import { HttpError } from './httpError';

/** The body of a request as text. Throws an `HttpError` 413 as soon as it is longer than `limit` bytes. */
export async function readBody(request: IncomingMessage, limit: number): Promise<string> {
  const tooLong = () =>
    new HttpError(
      413,
      `The body is longer than ${limit} bytes. Set max_alerts in the webhook_configs entry of Alertmanager.`
    );
  if (Number(request.headers['content-length'] ?? 0) > limit) {
    throw tooLong();
  }
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > limit) {
        // What is already under way is read and dropped, so that the sender gets to see the answer.
        chunks.length = 0;
        reject(tooLong());
        return;
      }
      chunks.push(chunk);
    });
    request.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    request.on('error', (cause) => reject(new HttpError(400, 'The request broke off before its end.', { cause })));
  });
}
