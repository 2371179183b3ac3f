/** Something wrong with the settings or the catalog, told so that it can be mended. */
export interface Problem {
  /** Where in `genwatch.config.yaml` the cause is or would be set: `['thresholds', 'validation.success_rate', 'critical']`. */
  readonly path: readonly string[];
  readonly message: string;
  readonly remedy: string;
}

export const problem = (path: readonly string[], message: string, remedy: string): Problem => ({
  path,
  message,
  remedy,
});
