import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { EQUIVALENT_IN_SHAPES } from '../../tests/rules/equivalentMutants';
import { shapeSystem } from '../../tests/rules/shapeSystem';
import { ruleFiles } from '../generate/rules';
import { type SuiteResult } from '../suites/suite';
import { explainSurvivors } from './explainSurvivors';
import { findSurvivors } from './findSurvivors';
import { subjectsOf } from './subject';

/** Whether the derived cases of every shape notice every mistake in its rules. A shape without survivors is one test. */
export async function proveShapes(
  promtool: string,
  folder: string,
  report: (line: string) => void
): Promise<SuiteResult[]> {
  const subjects = ruleFiles(shapeSystem(DEFAULT_SETTINGS), DEFAULT_SETTINGS).flatMap((file) =>
    subjectsOf(file, DEFAULT_SETTINGS)
  );
  const all: string[] = [];
  const results: SuiteResult[] = [];
  // One after the other: each already uses every core.
  for (const subject of subjects) {
    const { mutants, survivors } = await findSurvivors(promtool, folder, subject);
    const { equivalent, unexplained } = explainSurvivors(survivors, EQUIVALENT_IN_SHAPES);
    unexplained.forEach(({ kind, what }) => report(`no test notices a mistake in ${subject.name}: ${kind}: ${what}`));
    report(
      `${subject.name}: ${mutants - survivors.length} of ${mutants} mistakes noticed, ${equivalent.length} make no difference`
    );
    all.push(...survivors.map(({ what }) => what));
    results.push(unexplained.length === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  }
  const stale = Object.keys(EQUIVALENT_IN_SHAPES).filter((what) => !all.includes(what));
  stale.forEach((what) =>
    report(`no longer a mistake that goes unnoticed, take it out of equivalentMutants.ts: ${what}`)
  );
  return [...results, stale.length === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: stale.length }];
}
