import { type SystemFactory } from '../../src/catalog/kinds/system';
import { checkedSettings } from '../../src/catalog/settings/checkedSettings';
import { explain } from '../../src/catalog/settings/explain';
import { type MinedTemplate } from '../../src/catalog/templates/minedTemplate';
import {
  itemsOf,
  overrideSnippet,
  patternOverride,
  type Choice,
  type PatternOverride,
} from '../../src/catalog/templates/patternOverride';
import { inserted, insertionOf } from './appendPattern';

export interface Adopted {
  readonly override: PatternOverride;
  /** The file with the override in it. */
  readonly text: string;
  /** What was inserted, with the lines around it. */
  readonly diff: string;
}

interface Adopting {
  readonly template: MinedTemplate;
  readonly choice: Choice;
  /** Name of the settings file, and its text; empty when there is none yet. */
  readonly file: string;
  readonly text: string;
  readonly factories: readonly SystemFactory[];
}

/**
 * The settings file with a pattern for the messages of a template. Pure: nothing is written.
 * @throws Error when the file is wrong, the pattern is refused, or a person has to put it in
 */
export function adoptTemplate({ template, choice, file, text, factories }: Adopting): Adopted {
  const { settings, problems } = checkedSettings(text, factories);
  if (problems.length > 0) {
    throw new Error(`${file} is not right as it is, nothing is written:\n${explain(problems, file)}`);
  }
  const override = patternOverride(template, settings, choice);
  if ('refusal' in override) {
    throw new Error(`${override.refusal} Nothing is written.`);
  }
  const insertion = insertionOf(text, override, settings);
  const next = insertion && inserted(text, insertion);
  const after = next === undefined ? undefined : checkedSettings(next, factories);
  const wanted = [...itemsOf(override.setting, settings), override.item];
  const isRight =
    after?.problems.length === 0 &&
    JSON.stringify(itemsOf(override.setting, after.settings)) === JSON.stringify(wanted);
  if (next === undefined || insertion === undefined || !isRight) {
    throw new Error(
      `${file} is laid out in a way that only a person can change. Nothing is written; put this into it:\n\n${overrideSnippet(override, settings)}`
    );
  }
  return { override, text: next, diff: diffOf(file, text, next) };
}

const LINES_AROUND = 3;

/** The lines that differ, with some around them. Nothing is removed but what the line of an insertion was. */
function diffOf(file: string, before: string, after: string): string {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const first = now.findIndex((line, i) => line !== old[i]);
  const same = sameAtEnd(old.slice(first), now.slice(first));
  const mark = (sign: string, lines: readonly string[]) => lines.map((line) => `${sign}${line}`);
  return [
    `${file}, line ${first + 1}`,
    ...mark('  ', now.slice(Math.max(0, first - LINES_AROUND), first)),
    ...mark('- ', old.slice(first, old.length - same)),
    ...mark('+ ', now.slice(first, now.length - same)),
    ...mark('  ', now.slice(now.length - same).slice(0, LINES_AROUND)),
  ]
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd();
}

function sameAtEnd(old: readonly string[], now: readonly string[]): number {
  let count = 0;
  while (count < old.length && count < now.length && old.at(-1 - count) === now.at(-1 - count)) {
    count += 1;
  }
  return count;
}
