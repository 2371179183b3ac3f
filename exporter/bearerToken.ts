import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether an `Authorization` header carries the token; how long it takes tells nothing about it. */
export function carriesToken(header: string | undefined, token: string): boolean {
  const given = /^Bearer +(\S+) *$/i.exec(header ?? '')?.[1] ?? '';
  return timingSafeEqual(digest(given), digest(token));
}

const digest = (text: string) => createHash('sha256').update(text).digest();
