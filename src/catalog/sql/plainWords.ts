/** What a pattern finds when it is nothing but words: one of these, all in small letters. */
export interface PlainWords {
  readonly words: readonly string[];
  /** Only at the beginning of a text. */
  readonly first: boolean;
  /** Any text that holds the words matches, also where they are part of longer ones. */
  readonly anywhere: boolean;
}

const WORDS = '[a-z0-9]+(?: [a-z0-9]+)*';
const PLAIN = new RegExp(`^(\\^|\\\\b)?(?:(${WORDS})|\\((?:\\?:)?(${WORDS}(?:\\|${WORDS})*)\\))(\\\\b)?$`, 'i');

/** Letters, digits and single spaces, perhaps in a group of alternatives; nothing for every other pattern. */
export function plainWords(pattern: string): PlainWords | undefined {
  const [whole, start, only, several, end] = PLAIN.exec(pattern) ?? [];
  if (whole === undefined) {
    return undefined;
  }
  return {
    words: (only ?? several ?? '').toLowerCase().split('|'),
    first: start === '^',
    anywhere: start !== '\\b' && end === undefined,
  };
}
