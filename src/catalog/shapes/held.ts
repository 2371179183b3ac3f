import { type Duration } from '../exact/duration';
import { promql, type Selector } from '../kinds/selector';

/** How long the last value of a series holds after the series is gone: nothing for what is read where it is made. */
export const heldFor = ({ metric }: Selector): Duration => (metric.producer === 'exporter' ? '15m' : '0s');

/**
 * The selector as PromQL. An exporter that goes down takes its series along, and its alerts would be reported as
 * resolved just when nobody can see: so its last values hold until somebody has looked after it.
 */
export function held(selector: Selector): string {
  const duration = heldFor(selector);
  return duration === '0s' ? promql(selector) : `last_over_time(${promql(selector)}[${duration}])`;
}
