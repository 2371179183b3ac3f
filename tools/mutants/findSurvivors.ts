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

/** promtool runs every test of a file, though the first that fails is enough: small files save most of the time. */
const TESTS_PER_FILE = 5;

/**
 * Runs the derived tests of a subject against each mutant of its rules, and asks `alsoPasses` about those that they let
 * pass. Throws when they fail on the rules themselves.
 */
export async function findSurvivors(
  promtool: string,
  folder: string,
  subject: Subject,
  alsoPasses: (mutant: Mutant) => Promise<boolean> = () => Promise.resolve(true)
): Promise<MutationResult> {
  const home = path.join(folder, subject.name);
  // What noticed the last mistake is the first to be asked about the next.
  let batches = inBatches(subject);
  const failing = async (name: string, rules: Subject['rules']): Promise<string | undefined> => {
    const place = path.join(home, name);
    await mkdir(place, { recursive: true });
    await writeFile(path.join(place, 'rules.yaml'), ruleText(subject, rules));
    for (const batch of [...batches]) {
      // JSON is YAML, and quicker to write.
      await writeFile(path.join(place, 'test.yaml'), JSON.stringify(batch));
      const { passed, output } = await runPromtool(promtool, ['test', 'rules', path.join(place, 'test.yaml')]);
      if (!passed) {
        batches = [batch, ...batches.filter((other) => other !== batch)];
        return output;
      }
    }
    return undefined;
  };
  const failed = await failing('original', subject.rules);
  if (failed !== undefined) {
    throw new Error(`the derived tests of ${subject.name} fail on its own rules:\n${failed}`);
  }
  const mutants = mutateRules(subject.rules, subject.interval);
  const alive = await inParallel([...mutants.entries()], async ([i, mutant]) =>
    (await failing(String(i), mutant.rules)) === undefined && (await alsoPasses(mutant)) ? [mutant] : []
  );
  await rm(home, { recursive: true, force: true });
  return { mutants: mutants.length, survivors: alive.flat() };
}

/** The tests of a subject as several files. */
function inBatches(subject: Subject): object[] {
  const { tests, ...rest } = subject.tests('rules.yaml');
  return Array.from({ length: Math.ceil(tests.length / TESTS_PER_FILE) }, (_, i) => ({
    ...rest,
    tests: tests.slice(i * TESTS_PER_FILE, (i + 1) * TESTS_PER_FILE),
  }));
}

const ruleText = ({ interval }: Subject, rules: Subject['rules']): string =>
  stringify({ groups: [{ name: 'mutant', interval, rules }] }, { lineWidth: 0, aliasDuplicateObjects: false });
