import { parseDatabaseUrl } from '../../exporter/databaseUrl';
import { errorCode } from '../../exporter/errorCode';
import { type Stack } from '../../demo/stack/stackFile';

/** Where to ask, and where to tell. */
export interface Target {
  readonly databaseUrl: string;
  /** `host:port/database`, without user and password. */
  readonly place: string;
  /** The running demo's Alertmanager, when its database is asked. */
  readonly alertmanager?: string;
  /** The running demo's Prometheus, when its database is asked. */
  readonly prometheus?: string;
}

interface Sources {
  readonly urlFile: string | undefined;
  readonly env: NodeJS.ProcessEnv;
  readonly readFile: (path: string) => string;
  /** The demo of this checkout, when it runs. */
  readonly stack: () => Stack | undefined;
}

/**
 * The database that was named, in the order flag, environment, running demo.
 * @throws Error with the remedy, never with the URL
 */
export function findTarget({ urlFile, env, readFile, stack }: Sources): Target {
  const { GENWATCH_DATABASE_URL: url, GENWATCH_DATABASE_URL_FILE: file } = env;
  if (!urlFile && url && file) {
    throw new Error('GENWATCH_DATABASE_URL and GENWATCH_DATABASE_URL_FILE are both set. Keep one of them.');
  }
  const wanted = urlFile ?? (file || undefined);
  if (wanted !== undefined) {
    return named(secretIn(wanted, readFile), `The file ${wanted}`);
  }
  return url ? named(url.trim(), 'GENWATCH_DATABASE_URL') : ofDemo(stack());
}

function named(databaseUrl: string, where: string): Target {
  const { place, problem } = parseDatabaseUrl(databaseUrl);
  if (problem) {
    throw new Error(`${where} ${problem}`);
  }
  return { databaseUrl, place };
}

function ofDemo(stack: Stack | undefined): Target {
  const databaseUrl = stack?.services.postgres?.url;
  if (!databaseUrl) {
    throw new Error(
      'No database is named and no demo of this checkout runs. Set GENWATCH_DATABASE_URL, name a file that holds the URL with --database-url-file, or start the demo with: npm start'
    );
  }
  const alertmanager = stack.services.alertmanager?.url;
  const prometheus = stack.services.prometheus?.url;
  return {
    ...named(databaseUrl, 'The database of the demo'),
    ...(alertmanager && { alertmanager }),
    ...(prometheus && { prometheus }),
  };
}

function secretIn(file: string, readFile: (path: string) => string): string {
  let text: string;
  try {
    text = readFile(file).trim();
  } catch (cause) {
    throw new Error(`The file ${file} cannot be read (${errorCode(cause)}). Correct the path or its permissions.`, {
      cause,
    });
  }
  if (text === '') {
    throw new Error(`The file ${file} is empty. Write postgresql://user:password@host:5432/database into it.`);
  }
  return text;
}
