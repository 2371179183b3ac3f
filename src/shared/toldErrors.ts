import { type DataQueryError } from '@grafana/data';

/** What an answer tells of errors; Grafana tells of a request that failed as a whole in `error` only. */
export const toldErrors = ({ error, errors = error ? [error] : [] }: Answer): DataQueryError[] => errors;

interface Answer {
  readonly error?: DataQueryError;
  readonly errors?: DataQueryError[];
}
