import { type PreviewOptions } from '../options';

/** A request to the API that was not refused. */
export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly search: URLSearchParams;
  readonly body: () => Promise<string>;
  /** Aborts when the browser goes away. */
  readonly signal: AbortSignal;
  readonly options: PreviewOptions;
}
