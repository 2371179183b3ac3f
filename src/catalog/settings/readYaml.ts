import {
  isScalar,
  LineCounter,
  parseDocument,
  Scalar,
  visit,
  type Document,
  type ErrorCode,
  type YAMLError,
} from 'yaml';
import { problem, type Problem } from '../kinds/problem';
import { type LocatedProblem, type Position } from './locatedProblem';
import { plainData, placeKey } from './plainData';

/** A settings file before its meaning is looked at. */
export interface YamlFile {
  /** Maps, lists and texts. A scalar is the text as written, so that no number passes through a float; `null` is an empty place. */
  readonly value: unknown;
  /** What is wrong with the YAML itself. */
  readonly problems: readonly LocatedProblem[];
  /** First line whose syntax is broken: from there on the structure is guesswork. Infinity when all is well. */
  readonly brokenFrom: number;
  /** Where the key or list item at `path` stands, or its nearest ancestor that is in the file. */
  position(path: readonly string[]): Position;
}

const START: Position = { line: 1, column: 1 };

/** Reads YAML as plain data with positions. Never throws: what is wrong is in `problems`. */
export function readYaml(text: string): YamlFile {
  const lines = new LineCounter();
  // `failsafe` knows only maps, lists and texts: `0.10`, `5e0` and `yes` stay what was written.
  const document = parseDocument(text, {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'error',
  });
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return line > 0 ? { line, column: col } : START;
  };
  const syntax = document.errors
    .filter(({ code }) => code !== 'TAG_RESOLVE_FAILED')
    .map((error) => ({ ...syntaxProblem(error), ...at(startOf(error, document)) }));
  const { value, places, complaints } = plainData(document.contents, (offset) => at(offset).line);
  return {
    value,
    problems: [...syntax, ...complaints.map(({ offset, ...complaint }) => ({ ...complaint, ...at(offset) }))],
    brokenFrom: Math.min(Infinity, ...syntax.map(({ line }) => line)),
    position: (path) => {
      const offsets = path.map((_, i) => places.get(placeKey(path.slice(0, path.length - i))));
      const nearest = offsets.find((offset) => offset !== undefined);
      return nearest === undefined ? START : at(nearest);
    },
  };
}

const REMEDIES: Readonly<Partial<Record<ErrorCode, string>>> = {
  MULTIPLE_DOCS: 'keep one: remove the "---" between them',
  TAB_AS_INDENT: 'indent with spaces',
  MISSING_CHAR: 'close the quote or the bracket',
  BAD_INDENT: 'indent the keys of one map alike, and close brackets',
  BLOCK_AS_IMPLICIT_KEY: 'put a value that holds ": " in quotes',
  BAD_SCALAR_START: 'put the value in quotes',
};

function syntaxProblem({ code, message }: YAMLError): Problem {
  const what = code === 'MULTIPLE_DOCS' ? 'the file holds more than one document' : `not valid YAML: ${message}`;
  return problem([], what, REMEDIES[code] ?? 'correct the syntax; quotes around a value often help');
}

/** A missing closing quote is noticed at the end of the file, but the mistake is where the quote opens. */
function startOf({ code, pos }: YAMLError, document: Document.Parsed): number {
  let start = pos[0];
  if (code === 'MISSING_CHAR') {
    visit(document, {
      Scalar: (_, node) => {
        const [from, to] = node.range ?? [Infinity, 0];
        const quoted = node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE;
        if (isScalar(node) && quoted && from <= pos[0] && to >= pos[0]) {
          start = from;
        }
      },
    });
  }
  return start;
}
