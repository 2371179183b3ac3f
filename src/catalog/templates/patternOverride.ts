import { type PatternSetting } from '../kinds/unknownMessages';
import { type FailureCategory, type Settings } from '../settings/settings';
import { type MinedTemplate } from './minedTemplate';
import { knownPatterns, patternRefusal } from './patternRefusal';
import { templatePattern } from './templatePattern';

/** What a person chose instead of the proposals. */
export interface Choice {
  readonly name?: string | undefined;
  readonly category?: FailureCategory | undefined;
  readonly pattern?: string | undefined;
}

/** An item of a list of patterns, in the order in which its keys are written. */
export type PatternItem =
  | { readonly name: string; readonly pattern: string }
  | { readonly category: FailureCategory; readonly pattern: string };

/** What has to be appended to which list of genwatch.config.yaml, so that a template's messages get their name. */
export interface PatternOverride {
  readonly setting: PatternSetting;
  readonly item: PatternItem;
}

/** Why there is no override, with what to do. */
export interface Refusal {
  readonly refusal: string;
}

type Adoptable = Pick<MinedTemplate, 'setting' | 'template' | 'name' | 'category' | 'examples'>;

/** The override that makes a pattern of a template, or why there can be none. */
export function patternOverride(
  template: Adoptable,
  settings: Settings,
  choice: Choice = {}
): PatternOverride | Refusal {
  const { setting, examples } = template;
  const pattern = choice.pattern ?? templatePattern(template.template);
  if (pattern === undefined) {
    return { refusal: 'The template has too few words to tell its messages from others. Write a pattern for them.' };
  }
  const reason = patternRefusal(pattern, examples, setting, settings);
  if (reason !== undefined) {
    return { refusal: `The pattern ${pattern} is refused: ${reason}. Write a narrower one.` };
  }
  if (setting === 'generation.categories') {
    const category = choice.category ?? template.category;
    return category === 'unknown'
      ? { refusal: 'The words of the template speak for no category. Choose one.' }
      : { setting, item: { category, pattern } };
  }
  const name = choice.name ?? template.name;
  const isTaken = knownPatterns(setting, settings).some((known) => known.name === name);
  return isTaken
    ? { refusal: `There is a pattern named "${name}" already. Choose another name.` }
    : { setting, item: { name, pattern } };
}

/**
 * The override as a piece of genwatch.config.yaml. Lists replace those of the defaults, so the piece holds the whole list, with the
 * new pattern at its end, where it takes no message away from the others.
 */
export function overrideSnippet(override: PatternOverride, settings: Settings): string {
  const [section, list] = override.setting.split('.');
  return `${section}:\n  ${list}:\n${listLines(override, settings, '    ')}`;
}

/** The whole list in YAML, at an indentation. */
export const listLines = ({ setting, item }: PatternOverride, settings: Settings, indent: string): string =>
  [...itemsOf(setting, settings), item].map((one) => itemLines(one, indent)).join('');

/** The patterns that stand in a list of the settings. */
export const itemsOf = (setting: PatternSetting, { validation, generation }: Settings): readonly PatternItem[] =>
  setting === 'validation.patterns' ? validation.patterns : generation.categories;

/** One item of a list in YAML, at an indentation. */
export const itemLines = (item: PatternItem, indent: string): string =>
  Object.entries(item)
    .map(([key, value], i) => `${indent}${i === 0 ? '- ' : '  '}${key}: ${quoted(value)}\n`)
    .join('');

/** In single quotes YAML knows no escapes but for the quote itself. */
const quoted = (text: string): string => (/^[a-z_]+$/.test(text) ? text : `'${text.replace(/'/g, "''")}'`);
