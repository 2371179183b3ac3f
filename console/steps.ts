import { cleanText } from './cleanText';

/** The lines of an `actions` annotation, without the numbers that rules may or may not write. */
export const stepsOf = (actions = ''): string[] =>
  actions
    .split('\n')
    .map((line) => cleanText(line).replace(/^\d+[.)]\s*/, ''))
    .filter((step) => step !== '');
