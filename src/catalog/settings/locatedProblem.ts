import { type Problem } from '../kinds/problem';

/** A place in the file, counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export type LocatedProblem = Problem & Position;

export const inOrder = (problems: readonly LocatedProblem[]): LocatedProblem[] =>
  [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
