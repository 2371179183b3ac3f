import { seconds } from '../../../exact/duration';
import { type Parameters } from '../../../kinds/query';
import { type Threshold } from '../../../kinds/threshold';
import { type Settings } from '../../../settings/settings';
import { type Range } from '../../../sql/instant';
import { ascending, firstAfter } from '../../../sql/instantList';
import { fewestOverEveryLimit } from './attemptLimit';
import { eventsWithin, REPAIR_EVENTS } from './eventsWithin';
import { rangeOf } from '../../../sql/range';

/** What chains are made of, each as the table expression of `eventsWithin` over `chainRange`. */
export interface ChainEvents {
  readonly repairs: string;
  readonly users: string;
}

/**
 * The repair chains of a range as one SELECT: every chain that ended in it (so every finished one whose last attempt is
 * in it) and those open at its end. Columns: chat_id, scene_name (NULL is its own scene), attempts, first_attempt,
 * last_attempt, outcome, ended_at, attempted_at (of each attempt; costs nothing where it is not asked for).
 *
 * - One message is one event: an assistant's attempt, else trip, else success, or a user's message of any content.
 * - Attempts at one scene of one chat form a chain until it ends: `fixed` by a success and `gave_up` by a trip for the
 *   scene, `abandoned` by a user's message in the chat or after `idle` without an event, at last attempt + `idle`.
 * - A success or trip that finds no chain, or an abandoned one, is nobody's.
 * - At equal times users come first, then attempts, then successes and trips; equal ones in the order of their ids.
 * - "Now" is the end of the range, which it excludes: what happens then, and a chain that runs out then, is not yet seen.
 *
 * So an attempt decides by itself what it is followed by: the scene's next event, if neither user nor `idle` comes first.
 *
 * The outcome needs `idle` of history before the range. The attempts need more, so the look-back is `idle` times limit
 * + 1: a chain in the list made its last attempt at most `idle` before the range. If its start is cut off, its seen part
 * spans more than limit - 1 times `idle` in steps shorter than `idle`: that is more attempts than the limit, if not all.
 */
export function repairChains(
  settings: Settings,
  parameters: Pick<Parameters, 'from' | 'to'>,
  attemptLimit: Threshold,
  events: ChainEvents = {
    repairs: eventsWithin(settings, chainRange(settings, parameters, attemptLimit), REPAIR_EVENTS),
    users: eventsWithin(settings, chainRange(settings, parameters, attemptLimit), ['user']),
  }
): string {
  const { idle: pause } = settings.validation;
  const { from, to } = rangeOf(parameters);
  // Seconds, because a day of the session's time zone can have 23 hours.
  const idle = `interval '${seconds(pause)} seconds'`;
  return `WITH chat_users AS MATERIALIZED (
  SELECT chat, ${ascending('times')} AS times
  FROM (SELECT chat, array_agg(at) AS times FROM ${events.users} GROUP BY chat) AS chat
), turn AS (
  SELECT chat, scene, at, CASE WHEN kind = 'attempt' THEN at END AS attempted_at, row_number() OVER scene_turns AS place,
    lead(at) OVER scene_turns AS next_at, lead(kind) OVER scene_turns AS next_kind
  FROM ${events.repairs}
  WINDOW scene_turns AS (PARTITION BY chat, scene ORDER BY at, kind <> 'attempt', id)
), attempt AS (
  SELECT chat, scene, place, at, next_at, next_kind, least(${firstAfter('times', 'at')}, at + ${idle}) AS lapses_at
  FROM turn LEFT JOIN chat_users USING (chat)
  WHERE attempted_at IS NOT NULL
  OFFSET 0
), step AS (
  SELECT *, CASE WHEN next_at < lapses_at THEN next_kind END AS followed_by
  FROM attempt
), link AS (
  SELECT *, count(*) FILTER (WHERE followed_by IS DISTINCT FROM 'attempt') OVER (
    PARTITION BY chat, scene ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
  ) AS chains_before
  FROM step
), chain AS (
  SELECT chat, scene, count(*) AS attempts, min(at) AS first_attempt, max(at) AS last_attempt, array_agg(at) AS attempted_at,
    max(followed_by) FILTER (WHERE followed_by <> 'attempt') AS ended_by,
    max(next_at) FILTER (WHERE followed_by <> 'attempt') AS ended_at, max(lapses_at) AS lapses_at
  FROM link
  GROUP BY chat, scene, chains_before
), judged AS (
  SELECT chat, scene, attempts, first_attempt, last_attempt, attempted_at, CASE
    WHEN ended_by = 'success' THEN 'fixed'
    WHEN ended_by = 'trip' THEN 'gave_up'
    WHEN lapses_at < ${to} THEN 'abandoned'
    ELSE 'open'
  END AS outcome, coalesce(ended_at, CASE WHEN lapses_at < ${to} THEN lapses_at END) AS ended_at
  FROM chain
  OFFSET 0
)
SELECT CAST(chat AS text) AS chat_id, CAST(scene AS text) AS scene_name, CAST(attempts AS integer) AS attempts,
  first_attempt, last_attempt, outcome, ended_at, attempted_at
FROM judged
WHERE ended_at IS NULL OR ended_at >= ${from}`;
}

/** How much history before its range the query of the chains reads. */
export const lookBackSeconds = ({ validation: { idle } }: Settings, attemptLimit: Threshold): number =>
  seconds(idle) * fewestOverEveryLimit(attemptLimit);

/** The range with that history. */
export function chainRange(
  settings: Settings,
  parameters: Pick<Parameters, 'from' | 'to'>,
  attemptLimit: Threshold
): Required<Range> {
  const { from, to } = rangeOf(parameters);
  return { from: `${from} - interval '${lookBackSeconds(settings, attemptLimit)} seconds'`, to };
}
