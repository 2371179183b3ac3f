import { z } from 'zod';

import { HttpError } from './http/httpError';
import { type Range } from './postgres/macros';

const epochMs = z.coerce.number().int();

const request = z.object({
  from: epochMs,
  to: epochMs,
  queries: z
    .array(
      z.looseObject({
        refId: z.string().max(64),
        datasource: z.looseObject({ uid: z.string() }),
        intervalMs: z.number().positive().optional(),
        maxDataPoints: z.number().positive().optional(),
      })
    )
    .min(1)
    .max(50),
});

/** A query of a request, with the fields of its data source still unread. */
export type AskedQuery = Readonly<z.infer<typeof request>['queries'][number]>;

export interface QueryRequest {
  readonly range: Range;
  readonly queries: readonly AskedQuery[];
}

/**
 * Reads the body of `POST /api/ds/query`.
 * @throws HttpError 400 telling what is wrong
 */
export function readQueryRequest(body: string): QueryRequest {
  try {
    const { from, to, queries } = request.parse(JSON.parse(body));
    return { range: { from: new Date(from), to: new Date(to) }, queries };
  } catch (cause) {
    throw new HttpError(
      400,
      `bad request data: ${cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause)}`,
      {
        cause,
      }
    );
  }
}
