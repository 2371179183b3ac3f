/** How many tests of a suite passed and failed. */
export interface SuiteResult {
  readonly passed: number;
  readonly failed: number;
}

/** One suite of `npm test`, also run alone as `npm run test:<name>`. */
export interface Suite {
  readonly name: string;
  run(): Promise<SuiteResult>;
}
