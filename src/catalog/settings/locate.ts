import { type Problem } from '../kinds/problem';
import { inOrder, type LocatedProblem } from './locatedProblem';
import { readYaml } from './readYaml';

/**
 * Finds the lines of problems that are told by path only, such as those of `checkSettings`. A path that is not in the
 * file gets the place of its nearest ancestor that is; one without any gets the start of the file. Behind
 * broken syntax, which `readSettings` tells, nothing is located. Sorted by place.
 */
export function locate(text: string, problems: readonly Problem[]): LocatedProblem[] {
  const { position, brokenFrom } = readYaml(text);
  const located = problems.map((problem) => ({ ...problem, ...position(problem.path) }));
  // Behind broken syntax keys stand in the wrong place: more complaints there would only mislead.
  return inOrder(located.filter(({ line }) => line < brokenFrom));
}
