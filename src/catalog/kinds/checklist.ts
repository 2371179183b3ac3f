import { problem, type Problem } from './problem';
import { type Source } from './source';

/** How often people go through a checklist. */
export const REVIEWS = ['weekly', 'monthly', 'quarterly'] as const;
export type Review = (typeof REVIEWS)[number];
/** How far back a review looks, in days. */
export const REVIEW_DAYS: Readonly<Record<Review, number>> = { weekly: 7, monthly: 30, quarterly: 90 };

/** One thing to look after. */
export interface ChecklistItem {
  /** In the words of the document. */
  readonly text: string;
  /** Ids of the system's thresholds and queries that answer it; empty when only people can. */
  readonly ids: readonly string[];
  /** What to look at. */
  readonly look: string;
  readonly source: Source;
}

/** A documented review of one system. */
export interface Checklist {
  /** `<system>.<review>`. */
  readonly id: string;
  readonly review: Review;
  readonly title: string;
  readonly items: readonly ChecklistItem[];
  readonly source: Source;
}

/** An item that names what the system does not have would never be answered. */
export const checkChecklist = ({ id, items }: Checklist, known: readonly string[]): Problem[] =>
  items.flatMap((item) =>
    item.ids
      .filter((one) => !known.includes(one))
      .map((one) =>
        problem(
          [],
          `"${item.text}" of ${id} names ${one}, which is no threshold or query of its system`,
          'name one that is'
        )
      )
  );
