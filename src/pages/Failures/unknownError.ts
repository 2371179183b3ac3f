import { type DataFrame } from '@grafana/data';

import { FAILURE_CATEGORIES } from '../../catalog/settings/settings';
import { type MinedTemplate } from '../../catalog/templates/minedTemplate';
import { countIn, numberIn, textIn } from '../../shared/cells';
import { rowsOf } from '../../shared/rowsOf';

/** What failures of no known category have in common, masked. Times are in ms since 1970. */
export interface UnknownError extends Pick<
  MinedTemplate,
  'id' | 'setting' | 'template' | 'name' | 'category' | 'count' | 'examples'
> {
  readonly firstSeen: number | undefined;
  readonly lastSeen: number | undefined;
}

const SETTING = 'generation.categories';

/** The generator's templates of what the exporter mined, the most frequent first. */
export const unknownErrors = (frames: readonly DataFrame[]): UnknownError[] =>
  rowsOf(frames)
    .filter((row) => textIn(row, 'setting') === SETTING)
    .map((row) => ({
      id: textIn(row, 'id'),
      setting: SETTING,
      template: textIn(row, 'template'),
      name: textIn(row, 'name'),
      category: FAILURE_CATEGORIES.find((one) => one === row['category']) ?? 'unknown',
      count: countIn(row, 'count'),
      firstSeen: numberIn(row, 'firstSeen'),
      lastSeen: numberIn(row, 'lastSeen'),
      examples: textsIn(textIn(row, 'examples')),
    }));

/** A list of texts, which a table holds as JSON. */
function textsIn(json: string): string[] {
  const list: unknown = json === '' ? [] : JSON.parse(json);
  return Array.isArray(list) ? list.filter((one): one is string => typeof one === 'string') : [];
}
