import { type Client } from 'pg';

import { type Settings } from '../../src/catalog/settings/settings';
import { chainSummary } from '../../src/catalog/systems/validation/queries/chainSummary';
import { repairChains } from '../../src/catalog/systems/validation/queries/repairChains';
import { validationThresholds } from '../../src/catalog/systems/validation/thresholds';
import { type MillisecondRange } from './message';
import { type ReferenceChain, type ReferenceSummary } from './repairChains.reference';

export const PARAMETERS = { from: '$1::timestamptz', to: '$2::timestamptz', limit: '$3' };

export const instants = ({ from, to }: MillisecondRange): string[] =>
  [from, to].map((instant) => new Date(instant).toISOString());

interface ChainRow {
  readonly chat_id: string;
  readonly scene_name: string | null;
  readonly attempts: number;
  readonly first_attempt: Date;
  readonly last_attempt: Date;
  readonly outcome: ReferenceChain['outcome'];
  readonly ended_at: Date | null;
}

/** What the SQL says, in the words of the reference. */
export async function chainsBySql(
  client: Client,
  settings: Settings,
  range: MillisecondRange
): Promise<ReferenceChain[]> {
  const sql = repairChains(settings, PARAMETERS, validationThresholds(settings).attempt_limit);
  const { rows } = await client.query<ChainRow>(sql, instants(range));
  return rows.map((row) => ({
    chat: row.chat_id,
    scene: row.scene_name,
    attempts: row.attempts,
    firstAttempt: row.first_attempt.getTime(),
    lastAttempt: row.last_attempt.getTime(),
    outcome: row.outcome,
    endedAt: row.ended_at?.getTime() ?? null,
  }));
}

/** All rows of the summary, without the events that it counts on the way: there should be exactly one. */
export async function summaryBySql(
  client: Client,
  settings: Settings,
  range: MillisecondRange
): Promise<ReferenceSummary[]> {
  const query = chainSummary(settings, validationThresholds(settings).attempt_limit);
  const { rows } = await client.query<ReferenceSummary>(
    `SELECT fixed, gave_up, abandoned, open, longest_named, longest_unnamed FROM (${query.sql(PARAMETERS)}) AS summary`,
    instants(range)
  );
  return rows;
}
