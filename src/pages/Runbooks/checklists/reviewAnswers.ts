import { type Catalog } from '../../../catalog/catalog';
import { type Checklist, type Review } from '../../../catalog/kinds/checklist';
import { MOST_ROWS, type Row, type Summary } from '../../../catalog/kinds/summary';
import { type System } from '../../../catalog/kinds/system';
import { type GenwatchQuery } from '../../../datasource/query/query';
import { type Answers } from '../../../shared/answers';
import { rowsOf } from '../../../shared/rowsOf';

/** A checklist and whose it is. */
export interface SystemChecklist {
  readonly system: System;
  readonly checklist: Checklist;
}

/** What the data say to one item: a sentence, or why there is none. */
export type ItemAnswer =
  | ({ readonly kind: 'summary' } & Summary)
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'asked' };

/** The checklists of a review, of all systems that have one. */
export const checklistsOf = ({ systems }: Catalog, review: Review): SystemChecklist[] =>
  systems.flatMap((system) =>
    (system.checklists ?? [])
      .filter((checklist) => checklist.review === review)
      .map((checklist) => ({ system, checklist }))
  );

/** The queries whose rows come to a sentence, each once; the name of a query is the statement's. */
export const reviewQueries = (checklists: readonly SystemChecklist[]): GenwatchQuery[] => [
  ...new Map(
    checklists.flatMap(({ system, checklist }) =>
      checklist.items.flatMap(({ ids }) =>
        ids
          .filter((id) => system.summaries?.[id])
          .map((id): [string, GenwatchQuery] => [
            id,
            { refId: id, kind: 'catalog', statement: id, limit: String(MOST_ROWS) },
          ])
      )
    )
  ).values(),
];

/** What the rows of one query come to, over this period and the one before. */
export function itemAnswer(
  { summaries = {} }: System,
  id: string,
  now: Answers,
  before: Answers
): ItemAnswer | undefined {
  const summarize = summaries[id];
  if (!summarize) {
    return undefined;
  }
  const message = now.error(id);
  if (message !== undefined) {
    return { kind: 'failed', message };
  }
  if (now.isPartial || before.isPartial) {
    return { kind: 'asked' };
  }
  const summary = summarize({ now: textRows(now, id), before: textRows(before, id) });
  return summary && { kind: 'summary', ...summary };
}

const textRows = (answers: Answers, id: string): Row[] =>
  rowsOf(answers.frames(id)).map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, cell]) => [name, cell === null || cell === undefined ? null : String(cell)])
    )
  );
