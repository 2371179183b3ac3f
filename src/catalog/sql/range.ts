import { type Duration, seconds } from '../exact/duration';
import { type Parameters } from '../kinds/query';
import { type Range } from './instant';

const instant = (text: string): string => `CAST(${text} AS timestamptz)`;

/** The parameters as `timestamptz`, however they are written: Grafana's macros stand for text. */
export const rangeOf = ({ from, to }: Pick<Parameters, 'from' | 'to'>): Required<Range> => ({
  from: instant(from),
  to: instant(to),
});

/** The window that ends where the parameters end, wherever they begin. */
export const windowBefore = (window: Duration, { to }: Pick<Parameters, 'to'>): Required<Range> => ({
  from: `${instant(to)} - interval '${seconds(window)} seconds'`,
  to: instant(to),
});
