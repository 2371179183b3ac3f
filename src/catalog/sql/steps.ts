import { type Parameters } from '../kinds/query';
import { rangeOf } from './range';

/** A range cut into buckets of the chosen length. */
interface Steps {
  /** How long a bucket is, as an `interval`. */
  readonly step: string;
  /** The start of the bucket in which an instant lies. */
  readonly startOf: (instant: string) => string;
  /** The range from the start of its first bucket, as `timestamptz`. */
  readonly range: { readonly from: string; readonly to: string };
}

/** Buckets are counted from 1970 on, so one of an hour, the usual one, is a clock hour of UTC. */
export function steps(parameters: Pick<Parameters, 'from' | 'to' | 'step'>): Steps {
  const { from, to } = rangeOf(parameters);
  const step = `CAST(${parameters.step ?? "'1 hour'"} AS interval)`;
  const seconds = `extract(epoch FROM ${step})`;
  const startOf = (instant: string) => `to_timestamp(floor(extract(epoch FROM ${instant}) / ${seconds}) * ${seconds})`;
  return { step, startOf, range: { from: startOf(from), to } };
}
