import { type Answered, readStatements } from './readDatabase';
import { type Catalog } from '../../src/catalog/catalog';
import { unitDefinition } from '../../src/catalog/exact/unit';
import { REVIEW_DAYS, type Checklist, type ChecklistItem, type Review } from '../../src/catalog/kinds/checklist';
import { type Query } from '../../src/catalog/kinds/query';
import { MOST_ROWS, type Summary } from '../../src/catalog/kinds/summary';
import { type Failure } from '../../exporter/errorReason';
import { type Check } from './check';

/** One answer of the data to an item. */
export interface Answer extends Summary {
  /** The threshold or query that answered. */
  readonly id: string;
}

export interface AnsweredItem {
  readonly text: string;
  /** What to look at beside the answers. */
  readonly look: string;
  readonly answers: readonly Answer[];
}

export interface AnsweredChecklist {
  readonly id: string;
  readonly title: string;
  readonly items: readonly AnsweredItem[];
}

/** A month of chains is more than a scrape reads. */
const TIMEOUTS = { statementMs: 60_000, lockMs: 2_000 };

export interface Questions {
  readonly catalog: Catalog;
  readonly checklists: readonly Checklist[];
  readonly review: Review;
  /** Answers of the thresholds. */
  readonly checks: readonly Check[];
  /** Nothing when no database is known. */
  readonly databaseUrl?: string | undefined;
  /** What Prometheus says to an item, by its text. */
  readonly fromPrometheus?: Readonly<Record<string, Answer>>;
}

/** Every item with what thresholds, queries and Prometheus say to it; never rejects: `failures` says what was not read. */
export async function answerChecklists(
  questions: Questions
): Promise<{ readonly checklists: readonly AnsweredChecklist[]; readonly failures: readonly Failure[] }> {
  const { catalog, checklists, checks, databaseUrl, fromPrometheus = {} } = questions;
  const named = new Set(checklists.flatMap(({ items }) => items.flatMap(({ ids }) => ids)));
  const summarize = new Map(catalog.systems.flatMap(({ summaries = {} }) => Object.entries(summaries)));
  const queries = catalog.systems
    .flatMap((system) => system.queries)
    .filter(({ id }) => named.has(id) && summarize.has(id));
  const read = databaseUrl === undefined ? [] : await readPeriods(databaseUrl, queries, REVIEW_DAYS[questions.review]);
  const summaries = read.flatMap(({ id, now, before }): Answer[] => {
    if (!('rows' in now)) {
      return [];
    }
    const summary = summarize.get(id)?.({ now: now.rows, before: 'rows' in before ? before.rows : [] });
    return summary ? [{ id, ...summary }] : [];
  });
  const answersTo = ({ text, ids }: ChecklistItem): Answer[] => [
    ...checks
      .filter(({ threshold, value }) => ids.includes(threshold) && value !== null)
      .map((check) => judged(check, catalog)),
    ...summaries.filter(({ id }) => ids.includes(id)),
    ...[fromPrometheus[text]].flatMap((answer) => answer ?? []),
  ];
  return {
    checklists: checklists.map(({ id, title, items }) => ({
      id,
      title,
      items: items.map((item) => ({ text: item.text, look: item.look, answers: answersTo(item) })),
    })),
    failures: read.flatMap(({ now }) => ('failure' in now ? [now.failure] : [])),
  };
}

/** Each query over the period that ends now, and over the one before. */
async function readPeriods(
  url: string,
  queries: readonly Query[],
  days: number
): Promise<Array<{ id: string; now: Answered; before: Answered }>> {
  const ago = (periods: number) => `now() - interval '${periods * days * 24} hours'`;
  const statements = queries.flatMap(({ sql }) => [
    sql({ from: ago(1), to: 'now()', limit: String(MOST_ROWS) }),
    sql({ from: ago(2), to: ago(1), limit: String(MOST_ROWS) }),
  ]);
  const answers = await readStatements(url, statements, TIMEOUTS);
  return queries.map(({ id }, i) => ({
    id,
    now: answers[2 * i] ?? { rows: [] },
    before: answers[2 * i + 1] ?? { rows: [] },
  }));
}

/** The value with the target, where there is one: "Success rate: 86.9 % over 24h (target >= 80 %), healthy." */
function judged({ threshold, title, value, unit, status, bound, window }: Check, { systems }: Catalog): Answer {
  const { symbol } = unitDefinition(unit);
  const target = systems.flatMap(({ thresholds }) => thresholds).find(({ id }) => id === threshold)?.levels.target;
  const over = window === null ? '' : ` over ${window}`;
  const limit = target === undefined ? `${bound.level} ${bound.bound}` : `target ${target}`;
  return {
    id: threshold,
    text: `${title}: ${value}${symbol}${over} (${limit}${symbol}), ${status}.`,
    attention: status === 'warning' || status === 'critical',
  };
}
