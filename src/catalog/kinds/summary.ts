/** A row of a query's answer: every cell as text, or nothing. */
export type Row = Readonly<Record<string, string | null>>;

/** What the rows of a query come to, in one sentence, and whether somebody has to look. */
export interface Summary {
  readonly text: string;
  readonly attention: boolean;
}

interface Periods {
  readonly now: readonly Row[];
  /** Of the period of the same length before. */
  readonly before: readonly Row[];
}

/** Chats and scenes are user text, so they are counted and never named; nothing when there is nothing to say. */
export type Summarize = (periods: Periods) => Summary | undefined;

/** Most rows that are read: enough for every summary, and bounded whatever the table holds. */
export const MOST_ROWS = 1000;
