import { type PatternSetting } from '../kinds/unknownMessages';
import { type Settings } from '../settings/settings';
import { javascriptPattern } from '../sql/pattern';
import { PatternError } from '../sql/patternError';
import { patternSamples } from '../sql/patternSamples';
import { MASKS, written } from './masks';

/** What no error says, or every one. */
const ORDINARY = ['', 'a', 'ok', 'error', 'Error: failed', 'Something went wrong', 'Generation failed'];

/**
 * Why a pattern may not name the messages of a template; nothing when it may. A pattern stands at the end of its list, so it
 * never takes a message away from another one: one that would is merely too wide to be believed.
 *
 * @param examples masked messages that it is for
 */
export function patternRefusal(
  pattern: string,
  examples: readonly string[],
  setting: PatternSetting,
  settings: Settings
): string | undefined {
  let matcher: RegExp;
  try {
    matcher = javascriptPattern(pattern);
  } catch (error) {
    if (error instanceof PatternError) {
      return error.message;
    }
    throw error;
  }
  if (examples.length > 0 && !examples.some((example) => matcher.test(filledIn(example)))) {
    return 'it does not match the messages it is for';
  }
  const ordinary = [...ORDINARY, ...Object.values(settings.validation.phrases).flat().flatMap(patternSamples)];
  const found = ordinary.find((text) => matcher.test(text));
  if (found !== undefined) {
    return `it is too wide: it matches ${JSON.stringify(found)}, too`;
  }
  for (const known of knownPatterns(setting, settings)) {
    const sample = patternSamples(known.pattern).find((text) => matcher.test(text));
    if (sample !== undefined) {
      return `it is too wide: it matches ${JSON.stringify(sample)}, which is "${known.name}"`;
    }
  }
  return undefined;
}

interface Known {
  readonly name: string;
  readonly pattern: string;
}

export const knownPatterns = (setting: PatternSetting, { validation, generation }: Settings): readonly Known[] =>
  setting === 'validation.patterns'
    ? validation.patterns
    : generation.categories.map(({ category, pattern }) => ({ name: category, pattern }));

/** An example with a value for each mask. */
const filledIn = (example: string): string =>
  MASKS.reduce((text, mask) => text.replaceAll(written(mask), mask === 'number' ? '7' : "'x'"), example);
