import { type ClientBase } from 'pg';
import { queryWithId } from '../../demo/faults/lookup';
import { buildCatalog } from '../../src/catalog/catalog';
import { seconds } from '../../src/catalog/exact/duration';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { SYSTEMS } from '../../src/catalog/systems';

export const catalog = buildCatalog(SYSTEMS, DEFAULT_SETTINGS);

/** What the exporter reads of the generator at an instant (milliseconds), by the columns of its queries. */
export async function generationReadings(client: ClientBase, at = Date.now() + 1): Promise<Record<string, number>> {
  const instant = (milliseconds: number) => `timestamptz '${new Date(milliseconds).toISOString()}'`;
  const readings: Record<string, number> = {};
  for (const [id, columns] of Object.entries(READ)) {
    const query = queryWithId(catalog, `generation.${id}`);
    const from = at - seconds(query.tier?.window ?? '1h') * 1000;
    const { rows } = await client.query<Record<string, unknown>>(
      query.sql({ from: instant(from), to: instant(at), limit: '1' })
    );
    columns.forEach((column) => (readings[column] = Number(rows[0]?.[column])));
  }
  return readings;
}

/** What alerts judge. */
const READ: Readonly<Record<string, readonly string[]>> = {
  last_hour: ['successes', 'failures', 'ai_timeout', 'rate_limit', 'severity_critical'],
  last_day: ['last_6h'],
  recovery: [
    'strikes_unanswered',
    'repeated_failures',
    'proposed',
    'approved',
    'rejected',
    'failing',
    'regression',
    'flaky',
  ],
  trigger_errors: ['errors'],
};

/** The alerts whose condition is met, by the numbers of the document. */
export function alertsMet(reading: Record<string, number>): string[] {
  const attempts = (reading.failures ?? 0) + (reading.successes ?? 0);
  const met = {
    GenerationFailureRateHigh: attempts >= 5 && (reading.failures ?? 0) / attempts > 0.5,
    GenerationCriticalError: (reading.severity_critical ?? 0) > 0,
    GenerationErrorRepeated: (reading.repeated_failures ?? 0) >= 3,
    GenerationStrikesUnanswered: (reading.strikes_unanswered ?? 0) > 0,
    GenerationTriggerErrors: (reading.errors ?? 0) > 0,
    GenerationRegression: (reading.regression ?? 0) > 0,
    GenerationTestFlaky: (reading.flaky ?? 0) > 0,
    GenerationAiTimeouts: (reading.ai_timeout ?? 0) >= 5,
    GenerationRateLimited: (reading.rate_limit ?? 0) >= 5,
    GenerationSilent: reading.last_6h === 0,
  };
  return Object.entries(met).flatMap(([alert, isMet]) => (isMet ? [alert] : []));
}
