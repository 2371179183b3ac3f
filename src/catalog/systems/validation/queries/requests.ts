import { seconds } from '../../../exact/duration';
import { type Parameters } from '../../../kinds/query';
import { type Settings } from '../../../settings/settings';
import { eventsWithin, GENERATION_EVENTS } from './eventsWithin';
import { rangeOf } from './range';

/**
 * The requests of a range as one SELECT: every one that ended in it, and those open at its end. Columns: chat_id,
 * asked_at, outcome, ended_at.
 *
 * The documents count requests and completed scenes apart, so that their rate can pass 100 %. Here a scene belongs to a
 * request, as an end belongs to a repair chain:
 *
 * - A request is a user's message with one of the phrases `request`; it waits for a message of the assistant in the same
 *   chat with one of the phrases `completed`, whatever scene either names.
 * - It ends `completed` with the first of these, `replaced` with the chat's next request if that comes first, and
 *   `unanswered` after `idle`, at its time + `idle`. One scene completes one request; further ones are nobody's.
 * - Whatever else users say ends nothing: a remark is no request, and the scene may still come.
 * - At equal times requests come before scenes; equal ones in the order of their ids.
 * - "Now" is the end of the range, which it excludes: what happens then, and a request that runs out then, is not yet seen.
 *
 * So the next request or scene of the chat decides, and the look-back is `idle`: what was asked earlier ended earlier.
 */
export function requests(settings: Settings, parameters: Pick<Parameters, 'from' | 'to'>): string {
  const { idle: pause } = settings.validation;
  const { from, to } = rangeOf(parameters);
  // Seconds, because a day of the session's time zone can have 23 hours.
  const idle = `interval '${seconds(pause)} seconds'`;
  return `WITH turn AS (
  SELECT *, lead(kind) OVER chat_turns AS next_kind, lead(at) OVER chat_turns AS next_at
  FROM ${eventsWithin(settings, { from: `${from} - ${idle}`, to }, GENERATION_EVENTS)}
  WINDOW chat_turns AS (PARTITION BY chat ORDER BY at, kind = 'scene', id)
), judged AS (
  SELECT chat, at, CASE
    WHEN next_at < at + ${idle} THEN CASE next_kind WHEN 'request' THEN 'replaced' ELSE 'completed' END
    WHEN at + ${idle} < ${to} THEN 'unanswered'
    ELSE 'open'
  END AS outcome, least(next_at, at + ${idle}) AS ends_at
  FROM turn
  WHERE kind = 'request'
)
SELECT CAST(chat AS text) AS chat_id, at AS asked_at, outcome, CASE WHEN outcome <> 'open' THEN ends_at END AS ended_at
FROM judged
WHERE outcome = 'open' OR ends_at >= ${from}`;
}
