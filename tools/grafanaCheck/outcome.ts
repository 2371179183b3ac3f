/** What came of one check. */
export interface Outcome {
  /** What it belongs to: server, provisioning, import, page, dashboard. */
  readonly area: string;
  readonly name: string;
  readonly result: 'passed' | 'failed' | 'skipped';
  /** What was found, or why it failed or was skipped. */
  readonly says: string;
}

/** Thrown by a check that cannot be made here. */
export class Skipped extends Error {}

/**
 * Makes one check; whatever it throws is its outcome.
 * @param check answers what was found
 */
export async function outcomeOf(area: string, name: string, check: () => Promise<string>): Promise<Outcome> {
  try {
    return { area, name, result: 'passed', says: await check() };
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    return { area, name, result: error instanceof Skipped ? 'skipped' : 'failed', says };
  }
}
