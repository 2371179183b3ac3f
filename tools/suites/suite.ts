/** How many tests of a suite passed and failed. */
export interface SuiteResult {
  readonly passed: number;
  readonly failed: number;
  /** Why the suite was not run at all: said loudly, and nothing is counted. */
  readonly notRun?: string;
}

/** One suite of `npm test`, also run alone as `npm run test:<name>`. */
export interface Suite {
  readonly name: string;
  run(): Promise<SuiteResult>;
}
