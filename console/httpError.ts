interface HttpErrorOptions extends ErrorOptions {
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request that cannot be answered as asked; `status` is the HTTP status, the message is for who sent it. */
export class HttpError extends Error {
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    readonly status: number,
    message: string,
    { headers = {}, ...options }: HttpErrorOptions = {}
  ) {
    super(message, options);
    this.name = 'HttpError';
    this.headers = headers;
  }
}
