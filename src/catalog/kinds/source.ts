/** The documents of the specification, by the system they describe; `decisions` corrects them and wins over them. */
export type SpecDocument = 'validation' | 'generation' | 'codequal' | 'leanvibe' | 'operations' | 'decisions';

/** A place in the specification with the few words that carry the number. */
export interface Quote {
  readonly document: SpecDocument;
  /** Heading number and list item (`3.1.3` is item 3 under heading 3.1), a heading's text, or a decision's number. */
  readonly section: string;
  readonly words: string;
}

/** A number that no document gives: ours, with the reason. */
export interface Own {
  readonly own: string;
}

/** Where a number comes from. */
export type Source = Quote | Own;

export const quote = (document: SpecDocument, section: string, words: string): Quote => ({ document, section, words });
export const decision = (section: string, words: string): Quote => quote('decisions', section, words);
export const own = (reason: string): Own => ({ own: reason });
export const isQuote = (source: Source): source is Quote => 'words' in source;
