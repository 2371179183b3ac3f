import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import { inParallel } from '../promql/inParallel';
import { runPromtool } from '../promql/promtool';
import { mutateRules, type Mutant } from './mutateRules';
import { type Subject } from './subject';

/** How the derived tests of a subject did against every mistake in its rules. */
export interface MutationResult {
  readonly mutants: number;
  readonly survivors: readonly Mutant[];
}

/** Runs the derived tests of a subject against each mutant of its rules. Throws when they fail on the rules themselves. */
export async function findSurvivors(promtool: string, folder: string, subject: Subject): Promise<MutationResult> {
  const home = path.join(folder, subject.name);
  const passes = async (name: string, rules: Subject['rules']) => {
    const place = path.join(home, name);
    await mkdir(place, { recursive: true });
    await writeFile(path.join(place, 'rules.yaml'), ruleText(subject, rules));
    // JSON is YAML, and quicker to write.
    await writeFile(path.join(place, 'test.yaml'), JSON.stringify(subject.tests('rules.yaml')));
    return runPromtool(promtool, ['test', 'rules', path.join(place, 'test.yaml')]);
  };
  const original = await passes('original', subject.rules);
  if (!original.passed) {
    throw new Error(`the derived tests of ${subject.name} fail on its own rules:\n${original.output}`);
  }
  const mutants = mutateRules(subject.rules, subject.interval);
  const alive = await inParallel([...mutants.entries()], async ([i, mutant]) => {
    const result = await passes(String(i), mutant.rules);
    return result.passed ? [mutant] : [];
  });
  await rm(home, { recursive: true, force: true });
  return { mutants: mutants.length, survivors: alive.flat() };
}

const ruleText = ({ interval }: Subject, rules: Subject['rules']): string =>
  stringify({ groups: [{ name: 'mutant', interval, rules }] }, { lineWidth: 0, aliasDuplicateObjects: false });
