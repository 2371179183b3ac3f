import { errorCode } from './errorCode';
import { type Given, type OptionSpec } from './optionSource';

/** The trimmed text of a file that holds a secret: errors tell of the file, never of its text. */
export function secretFile(
  { variable }: OptionSpec,
  file: Given | undefined,
  readFile: (path: string) => string,
  problems: string[]
): string | undefined {
  if (!file) {
    return undefined;
  }
  try {
    const text = readFile(file.value).trim();
    if (text === '') {
      problems.push(`The file ${file.value}, which ${variable} names, is empty. Write the secret into it.`);
      return undefined;
    }
    return text;
  } catch (error) {
    problems.push(
      `The file ${file.value}, which ${variable} names (from ${file.place}), cannot be read (${errorCode(error)}). Correct the path or its permissions.`
    );
    return undefined;
  }
}
