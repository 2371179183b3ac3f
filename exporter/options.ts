import { isDuration, seconds } from '../src/catalog/exact/duration';
import { databaseUrlOption } from './databaseUrlOption';
import { parseAddress, type Address } from './listenAddress';
import { lookupIn, type Given, type Lookup, type OptionSpec } from './optionSource';
import { OptionsError } from './optionsError';
import { type Timeouts } from './readOnly';
import { readReviewOptions, REVIEW_OPTIONS, type ReviewOptions } from './review/reviewOptions';
import { secretFile } from './secretFile';
import { type Certificate } from './server';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Everything an exporter is told from outside, validated. */
export interface Options {
  readonly databaseUrl: string;
  readonly listen: Address;
  readonly token?: string;
  readonly tls?: Certificate;
  /** Path of genwatch.config.yaml; without one the defaults hold. */
  readonly config?: string;
  readonly timeouts: Timeouts;
  readonly logLevel: LogLevel;
  /** Without it nobody can approve or reject tests. */
  readonly review?: ReviewOptions;
}

const OPTIONS = {
  url: {
    variable: 'GENWATCH_DATABASE_URL',
    help: 'postgresql://user:password@host:5432/database; no flag, because command lines are public',
  },
  urlFile: {
    variable: 'GENWATCH_DATABASE_URL_FILE',
    flag: 'database-url-file',
    help: 'a file that holds the URL instead',
  },
  listen: {
    variable: 'GENWATCH_LISTEN',
    flag: 'listen',
    help: 'where /metrics, /health and /ready are served',
    fallback: '127.0.0.1:9464',
  },
  tokenFile: {
    variable: 'GENWATCH_TOKEN_FILE',
    flag: 'token-file',
    help: 'a file with the bearer token that /metrics asks for',
  },
  certFile: {
    variable: 'GENWATCH_TLS_CERT_FILE',
    flag: 'tls-cert-file',
    help: 'a PEM file with certificate and chain: serves https',
  },
  keyFile: {
    variable: 'GENWATCH_TLS_KEY_FILE',
    flag: 'tls-key-file',
    help: 'a PEM file with the key of that certificate',
  },
  config: { variable: 'GENWATCH_CONFIG', flag: 'config', help: 'path of genwatch.config.yaml' },
  statementTimeout: {
    variable: 'GENWATCH_STATEMENT_TIMEOUT',
    flag: 'statement-timeout',
    help: 'how long a query may run',
    fallback: '10s',
  },
  lockTimeout: {
    variable: 'GENWATCH_LOCK_TIMEOUT',
    flag: 'lock-timeout',
    help: 'how long a query may wait for a lock',
    fallback: '2s',
  },
  logLevel: { variable: 'GENWATCH_LOG_LEVEL', flag: 'log-level', help: LOG_LEVELS.join(', '), fallback: 'info' },
  ...REVIEW_OPTIONS,
} as const satisfies Record<string, OptionSpec>;

/** A line per option, for `--help`. */
export function optionsHelp(): string {
  const rows = Object.values<OptionSpec>(OPTIONS).map(({ variable, flag, help, fallback }) => {
    const names = `${variable.padEnd(36)}${(flag ? `--${flag}` : '').padEnd(28)}`;
    return `  ${names}${help}${fallback ? ` (default ${fallback})` : ''}`;
  });
  return `genwatch exporter: PostgreSQL to Prometheus. Environment variables, or flags, which win:\n${rows.join('\n')}`;
}

/**
 * @param readFile contents of a file, such as `readFileSync(path, 'utf8')`
 * @throws OptionsError with every problem at once
 */
export function readOptions(
  env: NodeJS.ProcessEnv,
  args: readonly string[],
  readFile: (path: string) => string
): Options {
  const lookup = lookupOrThrow(env, args);
  const problems: string[] = [];
  /** The parsed value, or a problem and a stand-in that never leaves this function. */
  const parse = <T>(spec: OptionSpec, parser: (given: Given) => T | undefined, shape: string, standIn: T): T => {
    const given = lookup(spec);
    const value = given && parser(given);
    if (given && value === undefined) {
      // A URL that landed in the wrong variable may hold a password.
      const shown = given.value.includes('@') ? 'not valid' : `"${given.value}"`;
      problems.push(`${spec.variable} (from ${given.place}) is ${shown}. Write ${shape}.`);
    }
    return value ?? standIn;
  };

  const databaseUrl = readDatabaseUrl(lookup, readFile, problems);
  const listen = parse(
    OPTIONS.listen,
    ({ value }) => parseAddress(value),
    'host:port, such as 127.0.0.1:9464',
    NOWHERE
  );
  const token = readToken(lookup, readFile, problems);
  const tls = readCertificate(lookup, readFile, problems);
  const statementMs = parse(OPTIONS.statementTimeout, milliseconds, 'a duration such as 10s or 1m', 1);
  const lockMs = parse(OPTIONS.lockTimeout, milliseconds, 'a duration such as 2s', 1);
  if (lockMs > statementMs && problems.length === 0) {
    problems.push(
      'GENWATCH_LOCK_TIMEOUT is longer than GENWATCH_STATEMENT_TIMEOUT, which would end a wait first. Shorten it.'
    );
  }
  const logLevel = parse(OPTIONS.logLevel, levelOf, `one of ${LOG_LEVELS.join(', ')}`, 'info');
  const config = lookup(OPTIONS.config)?.value;
  const review = readReviewOptions(lookup, readFile, problems);
  if (problems.length > 0) {
    throw new OptionsError(problems);
  }
  return {
    databaseUrl,
    listen,
    timeouts: { statementMs, lockMs },
    logLevel,
    ...(token && { token }),
    ...(tls && { tls }),
    ...(config && { config }),
    ...(review && { review }),
  };
}

const NOWHERE: Address = { host: '127.0.0.1', port: 0 };

function lookupOrThrow(env: NodeJS.ProcessEnv, args: readonly string[]): Lookup {
  try {
    return lookupIn(env, args, Object.values(OPTIONS));
  } catch (cause) {
    const flags = Object.values<OptionSpec>(OPTIONS).flatMap(({ flag }) => (flag ? [`--${flag}`] : []));
    // The parser repeats the argument, which may be a URL with a password: only its flag is shown.
    const unknown = args
      .map((arg) => arg.split('=')[0] ?? '')
      .find((arg) => arg.startsWith('--') && !flags.includes(arg));
    const what = unknown ? `There is no option ${unknown}` : 'An argument is not an option with a value';
    throw new OptionsError([`${what}. The exporter knows ${flags.join(', ')}.`], { cause });
  }
}

function readDatabaseUrl(lookup: Lookup, readFile: (path: string) => string, problems: string[]): string {
  if (!lookup(OPTIONS.url) && !lookup(OPTIONS.urlFile)) {
    problems.push(
      'GENWATCH_DATABASE_URL is not set. Set it to postgresql://user:password@host:5432/database, or put that into a file and name the file in GENWATCH_DATABASE_URL_FILE.'
    );
    return '';
  }
  return databaseUrlOption(OPTIONS, lookup, readFile, problems) ?? '';
}

function readToken(lookup: Lookup, readFile: (path: string) => string, problems: string[]): string | undefined {
  const file = lookup(OPTIONS.tokenFile);
  const token = file && secretFile(OPTIONS.tokenFile, file, readFile, problems);
  if (token !== undefined && /\s/.test(token)) {
    problems.push(
      `The file ${file?.value} of GENWATCH_TOKEN_FILE holds white space inside the token. Write one token on one line.`
    );
  }
  return token;
}

function readCertificate(
  lookup: Lookup,
  readFile: (path: string) => string,
  problems: string[]
): Certificate | undefined {
  const files = { cert: lookup(OPTIONS.certFile), key: lookup(OPTIONS.keyFile) };
  if ((files.cert === undefined) !== (files.key === undefined)) {
    const [set, missing] = files.cert ? [OPTIONS.certFile, OPTIONS.keyFile] : [OPTIONS.keyFile, OPTIONS.certFile];
    problems.push(`${set.variable} is set, but ${missing.variable} is not. TLS needs both.`);
    return undefined;
  }
  const cert = secretFile(OPTIONS.certFile, files.cert, readFile, problems);
  const key = secretFile(OPTIONS.keyFile, files.key, readFile, problems);
  return cert !== undefined && key !== undefined ? { cert, key } : undefined;
}

const milliseconds = ({ value }: Given): number | undefined =>
  isDuration(value) && seconds(value) > 0 ? seconds(value) * 1000 : undefined;

const levelOf = ({ value }: Given): LogLevel | undefined => LOG_LEVELS.find((level) => level === value);
