import { parseDatabaseUrl } from './databaseUrl';
import { type Lookup, type OptionSpec } from './optionSource';
import { secretFile } from './secretFile';

/** A URL of a database that stands in a variable, or in a file that another variable names. */
export interface DatabaseUrlSpecs {
  readonly url: OptionSpec;
  readonly urlFile: OptionSpec;
}

/** The URL, or nothing when none is given; what is wrong with it is added to `problems`, never the URL itself. */
export function databaseUrlOption(
  { url: urlSpec, urlFile: fileSpec }: DatabaseUrlSpecs,
  lookup: Lookup,
  readFile: (path: string) => string,
  problems: string[]
): string | undefined {
  const url = lookup(urlSpec);
  const file = lookup(fileSpec);
  if (url && file) {
    problems.push(`${urlSpec.variable} and ${fileSpec.variable} are both set. Keep one of them.`);
    return undefined;
  }
  const text = url?.value ?? secretFile(fileSpec, file, readFile, problems);
  const where = url ? urlSpec.variable : `The file ${file?.value} of ${fileSpec.variable}`;
  const problem = text === undefined ? undefined : parseDatabaseUrl(text).problem;
  if (problem) {
    problems.push(`${where} ${problem}`);
  }
  return text;
}
