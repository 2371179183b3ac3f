import { parseArgs } from 'node:util';

/** One setting of the exporter, as an environment variable and, where it is no secret, as a flag. */
export interface OptionSpec {
  readonly variable: string;
  readonly flag?: string;
  readonly help: string;
  readonly fallback?: string;
}

/** A value with the place it was written in, for error texts. */
export interface Given {
  readonly value: string;
  readonly place: string;
}

/** Looks up what was given for an option: flag, then environment, then fallback. An empty value counts as none. */
export type Lookup = (spec: OptionSpec) => Given | undefined;

/** @throws Error naming an unknown flag */
export function lookupIn(env: NodeJS.ProcessEnv, args: readonly string[], specs: readonly OptionSpec[]): Lookup {
  const flags = specs.flatMap(({ flag }) => (flag === undefined ? [] : [flag]));
  const { values } = parseArgs({
    args: [...args],
    options: Object.fromEntries(flags.map((flag) => [flag, { type: 'string' as const }])),
    strict: true,
  });
  return ({ variable, flag, fallback }) => {
    const written = flag === undefined ? undefined : values[flag];
    if (typeof written === 'string' && written !== '') {
      return { value: written, place: `--${flag}` };
    }
    const set = env[variable]?.trim();
    if (set) {
      return { value: set, place: `the environment variable ${variable}` };
    }
    return fallback === undefined ? undefined : { value: fallback, place: 'the default' };
  };
}
