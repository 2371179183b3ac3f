/** A message as the tests tell it; `id` orders like the ids in the table, `at` is in milliseconds. */
export interface Message {
  readonly id: number;
  readonly chat: string;
  readonly role: string;
  readonly content: string | null;
  readonly scene: string | null;
  readonly at: number;
}

export interface MillisecondRange {
  readonly from: number;
  readonly to: number;
}
