/** What in a message can be of a person or of one occurrence only, and what stands in its place. */
const MASKS: ReadonlyArray<readonly [found: RegExp, mask: string]> = [
  [/\b[a-z][a-z0-9+.-]*:\/\/\S+/gi, '<address>'],
  [/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, '<address>'],
  [/"[^"\n]*"|`[^`\n]*`|(?<!\w)'[^'\n]*'/g, '<text>'],
  [/(?<!\w)([A-Za-z]:)?([\\/][\w.@$-]+){2,}/g, '<path>'],
  [/\b\d{1,3}(\.\d{1,3}){3}(:\d+)?\b/g, '<address>'],
  [/\b(?=[A-Za-z_-]*\d)[\w-]{12,}\b/g, '<token>'],
  [/\b\d+([.,]\d+)*/g, '<number>'],
];

/** A message as lists show it: quoted text, numbers, addresses, paths and tokens masked. */
export const maskedMessage = (message: string): string =>
  MASKS.reduce((text, [found, mask]) => text.replace(found, mask), message);
