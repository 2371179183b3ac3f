/** A request for a verdict that is not carried out; the message names what is wrong and what to do about it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly status: 400 | 403 | 404 | 405 | 409 | 413 | 415 | 503,
    message: string,
    options?: ErrorOptions
  ) {
    super(message, options);
  }
}
