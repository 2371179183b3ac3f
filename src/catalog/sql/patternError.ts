/** Why a pattern cannot be used, told so that it can be mended. */
export class PatternError extends Error {
  constructor(
    pattern: string,
    /** What is not portable, and where. */
    readonly reason: string,
    /** What to write instead. */
    readonly remedy: string
  ) {
    super(`The pattern "${pattern}" cannot be used: ${reason}; ${remedy}`);
    this.name = 'PatternError';
  }
}
