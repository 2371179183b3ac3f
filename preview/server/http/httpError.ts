/** A request that cannot be answered as asked; the message is for who sent it. */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    message: string,
    options?: ErrorOptions
  ) {
    super(message, options);
    this.name = 'HttpError';
  }
}
