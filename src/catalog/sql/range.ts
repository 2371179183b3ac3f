import { type Parameters } from '../kinds/query';
import { type Range } from './instant';

/** The parameters as `timestamptz`, however they are written: Grafana's macros stand for text. */
export const rangeOf = ({ from, to }: Pick<Parameters, 'from' | 'to'>): Required<Range> => ({
  from: `CAST(${from} AS timestamptz)`,
  to: `CAST(${to} AS timestamptz)`,
});
