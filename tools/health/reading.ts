import { type Failure } from '../../exporter/errorReason';
import { type TieredQuery } from '../../exporter/tieredQuery';
import { type Sample } from '../../exporter/values';

/** What one query answered, or why it did not. */
export type Reading =
  | { readonly query: TieredQuery; readonly samples: readonly Sample[] }
  | { readonly query: TieredQuery; readonly failure: Failure };
