import { type DataQueryError, type DataQueryResponse } from '@grafana/data';

import { toldErrors } from '../../shared/toldErrors';

/** What Prometheus or the way to it says, and what a person can do about it. */
const REASONS: ReadonlyArray<readonly [pattern: RegExp, advice: string]> = [
  [
    /connection refused|no such host|dial tcp|connection reset|EOF$/i,
    'Prometheus cannot be reached: the Save & test of the Prometheus data source tells more.',
  ],
  [/deadline exceeded|timed? ?out/i, 'Prometheus did not answer in time: choose a shorter range, or look at its load.'],
  [
    /unauthorized|forbidden|\b40[13]\b/i,
    'Prometheus does not let Grafana in: give its credentials in the Prometheus data source.',
  ],
];

/** The request itself, which is another one for each kind of query; what failed is the same. */
const REQUEST = /^(Get|Post) "[^"]*": /;

/** Errors with what to do about them, where that is known; the server's own words stay. */
export function explainPrometheus(answer: DataQueryResponse): DataQueryResponse {
  const errors = toldErrors(answer);
  return errors.length > 0 ? { ...answer, errors: errors.map(explained) } : answer;
}

function explained(error: DataQueryError): DataQueryError {
  const said = error.data?.message ?? error.message ?? '';
  const advice = REASONS.find(([pattern]) => pattern.test(said))?.[1];
  if (!advice) {
    return error;
  }
  const message = `${advice} It says: ${said.replace(REQUEST, '')}`;
  return { ...error, message, ...(error.data && { data: { ...error.data, message } }) };
}
