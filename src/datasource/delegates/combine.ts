import { LoadingState, type DataQueryError, type DataQueryResponse } from '@grafana/data';
import { catchError, endWith, map, merge, of, scan, type Observable } from 'rxjs';

import { toldErrors } from '../../shared/toldErrors';

/** One source of answers, and which queries wait for it. */
export interface Branch {
  readonly refIds: readonly string[];
  readonly answers: Observable<DataQueryResponse>;
}

interface Progress {
  readonly latest: ReadonlyMap<number, DataQueryResponse>;
  readonly ended: number;
}

/**
 * All branches as one answer: whatever came so far is shown while the others still run, an error belongs to its queries
 * alone, and the last branch to end decides that all is done. Unsubscribing cancels every branch.
 */
export function combine(branches: readonly Branch[]): Observable<DataQueryResponse> {
  if (branches.length === 0) {
    return of(summed([], true));
  }
  const told = branches.map(({ refIds, answers }, branch) =>
    answers.pipe(
      catchError((cause: unknown) => of(failed(refIds, cause))),
      map((answer) => ({ branch, answer: { ...answer, errors: errorsOf(answer, refIds) } })),
      endWith({ branch, answer: undefined })
    )
  );
  const start: Progress = { latest: new Map(), ended: 0 };
  return merge(...told).pipe(
    scan(
      ({ latest, ended }, { branch, answer }): Progress =>
        answer ? { latest: new Map(latest).set(branch, answer), ended } : { latest, ended: ended + 1 },
      start
    ),
    map(({ latest, ended }) =>
      summed(
        // In the order of the branches, so that colours do not jump while answers come in.
        branches.flatMap((_, branch) => latest.get(branch) ?? []),
        ended === branches.length
      )
    )
  );
}

/** An answer that tells of the same error for every one of its queries. */
export function failed(refIds: readonly string[], cause: unknown): DataQueryResponse {
  const message = cause instanceof Error ? cause.message : messageIn(cause);
  return { data: [], errors: refIds.map((refId) => ({ refId, message })) };
}

/** What a delegate tells of errors: when its whole request failed, every query of it did. */
function errorsOf(answer: DataQueryResponse, refIds: readonly string[]): DataQueryError[] {
  return toldErrors(answer).flatMap((one) =>
    one.refId === undefined ? refIds.map((refId) => ({ ...one, refId, message: messageIn(one) })) : [one]
  );
}

/** Grafana's own failures are objects. */
function messageIn(cause: unknown): string {
  const { data, message, statusText } = Object(cause) as {
    readonly data?: { readonly message?: string };
    readonly message?: string;
    readonly statusText?: string;
  };
  return data?.message || message || statusText || 'The request failed.';
}

function summed(answers: readonly DataQueryResponse[], isDone: boolean): DataQueryResponse {
  const errors = answers.flatMap(({ errors: told = [] }) => told);
  return {
    // Grafana keeps one answer per key, and takes a query's name for one: without it, what came before would stay beside it.
    key: 'genwatch',
    data: answers.flatMap(({ data }) => data),
    state: !isDone ? LoadingState.Loading : errors.length > 0 ? LoadingState.Error : LoadingState.Done,
    ...(errors.length > 0 && { errors }),
  };
}
