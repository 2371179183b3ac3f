import { type SpecDocument } from './document';

/** An SQL statement of a document, word for word. */
export interface Statement {
  /** First and last line, counted from 1. */
  readonly line: number;
  readonly end: number;
  readonly sql: string;
}

/** Every SQL statement of a document: its blocks of SQL, and what its shell scripts hand to psql. */
export function statementsOf({ lines, places }: SpecDocument): Statement[] {
  return places
    .filter(({ kind }) => kind === 'code')
    .flatMap(({ line, end }) => {
      const language = /```(\w*)/.exec(lines[line - 1] ?? '')?.[1];
      const text = lines.slice(line, end - 1).join('\n');
      if (language === 'sql') {
        return [{ line: line + 1, end: end - 1, sql: text }];
      }
      return [...text.matchAll(/\bpsql\b[^"\n]*-c "([^"]*)"/g)].map((match) => {
        const first = line + 1 + lineBreaks(text.slice(0, match.index));
        return { line: first, end: first + lineBreaks(match[0]), sql: match[1] ?? '' };
      });
    });
}

const lineBreaks = (text: string): number => text.split('\n').length - 1;
