import { type Failure } from '../../exporter/errorReason';
import { type TieredQuery } from '../../exporter/tieredQuery';
import { type Sample } from '../../exporter/values';
import { type Measured } from '../../src/catalog/shapes/measured';

/** What one query answered, or why it did not. */
export type Reading =
  | { readonly query: TieredQuery; readonly samples: readonly Sample[] }
  | { readonly query: TieredQuery; readonly failure: Failure };

/** Every value that was read. */
export const measuredIn = (readings: readonly Reading[]): Measured[] =>
  readings
    .flatMap((reading) => ('samples' in reading ? reading.samples : []))
    .map(({ metric, labels, value }) => ({ name: metric.name, labels, value }));
