import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Who PostgreSQL's processes run as: `undefined` is this process's own user. */
export interface PostgresUser {
  readonly uid: number;
  readonly gid: number;
}

/** Root hands PostgreSQL to `nobody`, which every system has: it refuses to run as root, and no user needs to be made. */
export function postgresUser(): PostgresUser | undefined {
  return process.getuid?.() === 0 ? nobody(readFileSync('/etc/passwd', 'utf8')) : undefined;
}

/** @param passwd content of /etc/passwd */
export function nobody(passwd: string): PostgresUser {
  const [, , uid, gid] =
    passwd
      .split('\n')
      .map((line) => line.split(':'))
      .find(([name]) => name === 'nobody') ?? [];
  const user = { uid: Number(uid), gid: Number(gid) };
  if (!(user.uid > 0 && user.gid > 0)) {
    throw new Error(
      'PostgreSQL refuses to run as root, and the user `nobody` to run it as is not in /etc/passwd. ' +
        'Start Genwatch as another user, or set DATABASE_URL.'
    );
  }
  return user;
}

/** @throws Error naming the first folder above `folder` that other users may not pass */
export function requireReachable(folder: string): void {
  for (let parent = dirname(folder); ; parent = dirname(parent)) {
    if ((statSync(parent).mode & 0o001) === 0) {
      throw new Error(
        `PostgreSQL runs as \`nobody\` here, which may not pass ${parent} to reach ${folder}. ` +
          'Choose a data folder elsewhere, or start Genwatch as another user than root.'
      );
    }
    if (parent === dirname(parent)) {
      return;
    }
  }
}
