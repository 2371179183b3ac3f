import { LoadingState, type DataFrame, type PanelData } from '@grafana/data';

import { toldErrors } from './toldErrors';

/** What is known of a page's queries so far. */
export interface Answers {
  /** Whether anything has come in: until then there is nothing to show, not even that there is nothing. */
  readonly isLoading: boolean;
  /** Whether more is to come: a query without frames may still get some. */
  readonly isPartial: boolean;
  /** The frames of one query; none while it is under way, has failed, or there is nothing. */
  frames(refId: string): readonly DataFrame[];
  /** Why a query has no answer, in words for the user. */
  error(refId: string): string | undefined;
  /** All of them, each once; those of some queries can be left out. */
  errors(but?: readonly string[]): string[];
  /** The range that was asked about, in ms since 1970; nothing before the first answer. */
  readonly range: { readonly from: number; readonly to: number } | undefined;
}

/** Answers by query. */
export function answersOf(data: PanelData | undefined): Answers {
  const errors = data ? toldErrors(data) : [];
  const message = ({ message = '', data: body }: (typeof errors)[number]) => message || (body?.message ?? '');
  return {
    isLoading:
      data === undefined || (data.state === LoadingState.Loading && data.series.length === 0 && errors.length === 0),
    isPartial: data === undefined || data.state === LoadingState.Loading,
    frames: (refId) => data?.series.filter((frame) => frame.refId === refId) ?? [],
    error: (refId) => {
      const own = errors.find((one) => one.refId === refId || one.refId === undefined);
      return own && message(own);
    },
    errors: (but = []) => [
      ...new Set(errors.filter(({ refId }) => refId === undefined || !but.includes(refId)).map(message)),
    ],
    // An answer of a test has none.
    range: data?.timeRange && { from: data.timeRange.from.valueOf(), to: data.timeRange.to.valueOf() },
  };
}
