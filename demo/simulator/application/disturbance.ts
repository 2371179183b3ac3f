import { z } from 'zod';

/** What is wrong with the simulated application, from an instant on. Faults write it, the simulator reads it. */
export const disturbance = z.strictObject({
  /** Milliseconds since 1970. */
  since: z.number().int().positive(),
  /** Validations beside those of the plan. */
  extra: z
    .strictObject({
      perMinute: z.number().positive(),
      /** Of the extra ones, from 0 to 1. */
      slowShare: z.number().min(0).max(1),
      slowMs: z.number().positive(),
      quickMs: z.number().positive(),
    })
    .optional(),
  /** Heap beside what is usual. */
  heapBytes: z.number().positive().optional(),
  /** The heap becomes `factor` times as high every `everyMs`. */
  leak: z.strictObject({ factor: z.number().min(1), everyMs: z.number().positive() }).optional(),
  /** Metrics that the application stops exposing. */
  withheld: z.array(z.string()).optional(),
  /** What it no longer writes. */
  silent: z.literal('generations').optional(),
});

export type Disturbance = Readonly<z.infer<typeof disturbance>>;

/** None: the application as it is meant to be. */
export const UNDISTURBED: readonly Disturbance[] = [];
