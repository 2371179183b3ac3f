import { sameSecret } from './sameSecret';

/** Whether an `Authorization` header carries the token; how long it takes tells nothing about it. */
export function carriesToken(header: string | undefined, token: string): boolean {
  return sameSecret(/^Bearer +(\S+) *$/i.exec(header ?? '')?.[1] ?? '', token);
}
