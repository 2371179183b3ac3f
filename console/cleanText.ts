import { stripVTControlCharacters } from 'node:util';

/** Control characters, line and paragraph separators, and the marks that turn the direction of writing. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** Text of unknown origin as one harmless line: no escape sequence, line break or direction mark is left in it. */
export function cleanText(text: string): string {
  return stripVTControlCharacters(text).replace(UNPRINTABLE, ' ').trim();
}
