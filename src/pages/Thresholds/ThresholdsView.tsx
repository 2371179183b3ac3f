import React, { useMemo } from 'react';

import { type Catalog } from '../../catalog/catalog';
import { type Answers } from '../../shared/answers';
import { readRows } from './thresholdFilter';
import { thresholdReadings } from './thresholdReading';
import { thresholdRows } from './thresholdRow';
import { ThresholdSearch } from './ThresholdSearch';

/** The thresholds of some systems; without answers, because nobody can be asked, they stand there without their values. */
export function thresholdsView(catalog: Pick<Catalog, 'systems'>) {
  const rows = thresholdRows(catalog);
  return function ThresholdsView({ answers }: { readonly answers?: Answers }) {
    const read = useMemo(() => readRows(rows, thresholdReadings(catalog, answers)), [answers]);
    return <ThresholdSearch rows={read} />;
  };
}
