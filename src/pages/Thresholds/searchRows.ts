import { isQuote } from '../../catalog/kinds/source';
import { type ThresholdRow } from './thresholdRow';

/** The rows that hold every word of `search` somewhere in what is shown of them, whatever its case. */
export function searchRows<R extends ThresholdRow>(rows: readonly R[], search: string): R[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const text = shownText(row);
    return words.every((word) => text.includes(word));
  });
}

const shownText = (row: ThresholdRow): string =>
  [
    row.id,
    row.title,
    row.system,
    ...row.levels.flatMap(({ level, words }) => [level, words]),
    row.window ?? '',
    ...row.holds.map(({ words }) => words ?? ''),
    ...row.sources.map(({ source }) => (isQuote(source) ? `${source.section} ${source.words}` : source.own)),
  ]
    .join('\n')
    .toLowerCase();
