/** All that is wrong with what the exporter was told, a line each: where, what and remedy, never a secret. */
export class OptionsError extends Error {
  override readonly name = 'OptionsError';
  constructor(
    readonly problems: readonly string[],
    options?: ErrorOptions
  ) {
    super(problems.join('\n'), options);
  }
}
