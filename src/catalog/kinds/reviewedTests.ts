/** Where people's verdicts on a system's tests are written, all as SQL. */
export interface ReviewedTests {
  readonly table: string;
  readonly id: string;
  readonly status: string;
  readonly reviewedBy: string;
  readonly reviewedAt: {
    readonly column: string;
    /** As timestamptz, whatever the zone of the session. */
    readonly read: string;
    /** Now, of the type of the column. */
    readonly now: string;
  };
  /** The audit table. */
  readonly reviews: string;
  /** The function that makes the tests which were put off. */
  readonly sweep: string;
}
