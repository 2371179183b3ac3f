/** Whom the checks act as: an administrator of the organisation. */
export interface Account {
  readonly user: string;
  readonly password: string;
}

export interface AccountOptions {
  readonly user: string;
  readonly passwordFile?: string;
}

/**
 * The account, its password from a file or from GENWATCH_GRAFANA_PASSWORD; no flag, because command lines are public.
 * @throws Error when there is no password
 */
export function readAccount(
  { user, passwordFile }: AccountOptions,
  env: NodeJS.ProcessEnv,
  readFile: (path: string) => string
): Account {
  const password = passwordFile === undefined ? env.GENWATCH_GRAFANA_PASSWORD : fromFile(passwordFile, readFile);
  if (!password) {
    throw new Error(
      `There is no password for ${user}: name a file that holds it with --password-file, or set GENWATCH_GRAFANA_PASSWORD.`
    );
  }
  return { user, password };
}

function fromFile(file: string, readFile: (path: string) => string): string {
  try {
    return readFile(file).trim();
  } catch (cause) {
    throw new Error(`The password cannot be read from ${file}: correct the path or its permissions.`, { cause });
  }
}
