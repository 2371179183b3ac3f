import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { hasErrorCode } from '../servers/hasErrorCode';
import { urlAs } from './database';

/** How verdicts on tests are written in the demo. */
export interface ReviewAccess {
  /** Of the role that may write them. */
  readonly databaseUrl: string;
  /** What the exporter asks for, and the page's server sends. */
  readonly secret: string;
  readonly secretFile: string;
}

/** With what the services behind the page reach the database. */
export interface Access {
  readonly readingUrl: string;
  /** Only on a server of our own, which has the role for it. */
  readonly review?: ReviewAccess | undefined;
}

/** The access of a stack on its own server; its secret is made at the first start, for this user's eyes only. */
export function reviewAccess(dataDir: string, databaseUrl: string): ReviewAccess {
  const secretFile = join(dataDir, 'review-secret');
  try {
    writeFileSync(secretFile, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!hasErrorCode(error, 'EEXIST')) {
      throw error;
    }
  }
  return {
    databaseUrl: urlAs('genwatch_reviewer', databaseUrl),
    secret: readFileSync(secretFile, 'utf8').trim(),
    secretFile,
  };
}
