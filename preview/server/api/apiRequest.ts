import { type PreviewOptions } from '../options';
import { type Role } from '../role';

/** A request to the API that was not refused. */
export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly search: URLSearchParams;
  /** Of the body, as the browser names it. */
  readonly contentType: string | undefined;
  /** What whoever asks may do. */
  readonly role: Role;
  readonly body: () => Promise<string>;
  /** Aborts when the browser goes away. */
  readonly signal: AbortSignal;
  readonly options: PreviewOptions;
}
