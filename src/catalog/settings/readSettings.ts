import { type z } from 'zod';
import { problem } from '../kinds/problem';
import { checkTogether } from './checkTogether';
import { DEFAULT_SETTINGS } from './defaults';
import { locate } from './locate';
import { inOrder, type LocatedProblem } from './locatedProblem';
import { merge, type Changes } from './merge';
import { readYaml } from './readYaml';
import { settingsFile } from './schema';
import { isSystemOfThresholds, schemaProblems } from './schemaProblems';
import { type Settings } from './settings';
import { valueAt } from './valueAt';
import { without } from './without';

export interface ReadResult {
  /**
   * The defaults with the file in them. With any problem they are the best effort – what is wrong keeps its default –
   * good enough to look for more problems, and nothing may be written from them.
   */
  readonly settings: Settings;
  /** Everything that is wrong, in the order of the file; empty when all is well. */
  readonly problems: readonly LocatedProblem[];
}

/**
 * Reads the text of a `genwatch.config.yaml`. Pure, and never throws: all mistakes are in `problems`. What only the
 * catalog can tell, such as an unknown threshold, is told by `checkSettings`.
 */
export function readSettings(text: string): ReadResult {
  const { value, problems, position } = readYaml(text);
  if (value !== null && (typeof value !== 'object' || Array.isArray(value))) {
    const shape = problem(
      [],
      'the file is not a map of settings',
      'write it like "thresholds:", see docs/genwatch.config.example.yaml'
    );
    return {
      settings: DEFAULT_SETTINGS,
      problems: problems.length > 0 ? inOrder(problems) : [{ ...shape, ...position([]) }],
    };
  }
  const { file, issues } = bestEffort(value);
  const settings = merge(DEFAULT_SETTINGS, file);
  const meaning = locate(text, [...schemaProblems(issues, settingsFile, value), ...checkTogether(settings)]);
  return { settings, problems: inOrder([...problems, ...meaning]) };
}

/** What is right in the file, and everything that is not. */
function bestEffort(value: unknown): { file: Changes<Settings>; issues: readonly z.core.$ZodIssue[] } {
  const read = settingsFile.safeParse(value);
  if (read.success) {
    return { file: read.data, issues: [] };
  }
  const { issues } = read.error;
  // A map that lacks a needed key goes as a whole, so each round leaves less, down to the empty file.
  const wrong = issues.flatMap((issue) => toLeaveOut(issue, value));
  return { file: bestEffort(without(value, wrong) ?? {}).file, issues };
}

function toLeaveOut(issue: z.core.$ZodIssue, value: unknown): PropertyKey[][] {
  if (issue.code === 'unrecognized_keys') {
    return isSystemOfThresholds(issue.path) ? [issue.path] : issue.keys.map((key) => [...issue.path, key]);
  }
  return [valueAt(value, issue.path) === undefined ? issue.path.slice(0, -1) : issue.path];
}
