import { createDataFrame, FieldType, type DataFrame } from '@grafana/data';

import { type Catalog } from '../../catalog/catalog';
import { boundInSeriesUnit, boundInWords } from '../../catalog/exact/bound';
import { print } from '../../catalog/exact/decimal';
import { unitDefinition } from '../../catalog/exact/unit';
import { isQuote, type Source } from '../../catalog/kinds/source';
import { LEVELS } from '../../catalog/kinds/threshold';

/**
 * One row per level of a threshold: the bound in words and as a number in the unit of the series, and where it comes from.
 * @throws Error when there is no such system
 */
export function thresholdsFrame({ systems }: Catalog, refId: string, system?: string): DataFrame {
  const chosen = systems.filter(({ id }) => !system || id === system);
  if (chosen.length === 0) {
    throw new Error(`The catalog has no system "${system}". It has ${systems.map(({ id }) => id).join(', ')}.`);
  }
  const rows = chosen.flatMap((one) =>
    one.thresholds.flatMap((threshold) =>
      LEVELS.flatMap((level) => {
        const bound = threshold.levels[level];
        return bound ? [{ system: one.id, threshold, level, bound }] : [];
      })
    )
  );
  const text = (name: string, of: (row: (typeof rows)[number]) => string) => ({
    name,
    type: FieldType.string,
    values: rows.map(of),
    config: {},
  });
  return createDataFrame({
    refId,
    name: 'thresholds',
    fields: [
      text('system', (row) => row.system),
      text('threshold', ({ threshold }) => threshold.id),
      text('title', ({ threshold }) => threshold.title),
      text('level', ({ level }) => level),
      text('condition', ({ threshold, bound }) => boundInWords(bound, threshold.unit)),
      {
        name: 'value',
        type: FieldType.number,
        values: rows.map(({ threshold, bound }) => Number(print(boundInSeriesUnit(bound, threshold.unit).value))),
        config: {},
      },
      text('unit', ({ threshold }) => unitDefinition(threshold.unit).grafana),
      text('window', ({ threshold }) => threshold.window ?? ''),
      text('source', ({ threshold, level }) => sourceInWords(threshold.sources[level])),
    ],
  });
}

const sourceInWords = (source: Source | undefined): string => {
  if (!source) {
    return '';
  }
  return isQuote(source) ? `${source.document} ${source.section}` : source.own;
};
