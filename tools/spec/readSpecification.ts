import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSpecification, type Specification } from './specification';

/** Reads the documents in `directory`. Throws when one is not there. */
export function readSpecification(directory: string): Specification {
  return parseSpecification((file) => {
    try {
      return readFileSync(join(directory, file), 'utf8');
    } catch (cause) {
      throw new Error(
        `Cannot read ${file} of the specification in "${directory}": point SPEC_DIR (or --spec) at the folder with the five documents and their README.md.`,
        { cause }
      );
    }
  });
}
