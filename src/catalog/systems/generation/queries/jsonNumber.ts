/** A number of JSON as SQL; what is none, or no plausible amount, is nothing: one row must not fail a statement. */
export const jsonNumber = (value: string): string =>
  `CASE WHEN jsonb_typeof(${value}) = 'number' THEN
      CASE WHEN CAST(${value} AS numeric) BETWEEN 0 AND 1e15 THEN CAST(${value} AS double precision) END
    END`;
