import { type SpecDocument as DocumentName } from '../../src/catalog/kinds/source';
import { parseDocument, type SpecDocument } from './document';

/** File and anchor prefix of each document a source can name. */
export const SPEC_FILES: Readonly<Record<DocumentName, { readonly number: string; readonly file: string }>> = {
  validation: { number: '1', file: '1-code-validation.md' },
  generation: { number: '2', file: '2-generation-recovery.md' },
  codequal: { number: '3', file: '3-codequal.md' },
  leanvibe: { number: '4', file: '4-leanvibe.md' },
  operations: { number: '5', file: '5-operations.md' },
  decisions: { number: 'D', file: 'README.md' },
};

const DOCUMENT_NAMES = Object.keys(SPEC_FILES) as DocumentName[];

/** All documents, taken apart. */
export type Specification = Readonly<Record<DocumentName, SpecDocument>>;

/** `read` gives the text of a file of the specification. */
export function parseSpecification(read: (file: string) => string): Specification {
  const entries = DOCUMENT_NAMES.map((name) => {
    const { number, file } = SPEC_FILES[name];
    return [name, parseDocument(number, file, read(file))] as const;
  });
  return Object.fromEntries(entries) as Record<DocumentName, SpecDocument>;
}
