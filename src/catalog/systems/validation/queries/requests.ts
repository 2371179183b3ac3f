import { seconds } from '../../../exact/duration';
import { type Parameters } from '../../../kinds/query';
import { type Settings } from '../../../settings/settings';
import { type Range } from '../../../sql/instant';
import { ascending, firstFrom } from '../../../sql/instantList';
import { eventsWithin, GENERATION_EVENTS } from './eventsWithin';
import { rangeOf } from '../../../sql/range';

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
 * - At equal times requests come before scenes.
 * - "Now" is the end of the range, which it excludes: what happens then, and a request that runs out then, is not yet seen.
 *
 * So the next request or scene of the chat decides, and the look-back is `idle`: what was asked earlier ended earlier.
 */
export function requests(
  settings: Settings,
  parameters: Pick<Parameters, 'from' | 'to'>,
  events = eventsWithin(settings, requestRange(settings, parameters), GENERATION_EVENTS)
): string {
  const { idle: pause } = settings.validation;
  const { from, to } = rangeOf(parameters);
  // Seconds, because a day of the session's time zone can have 23 hours.
  const idle = `interval '${seconds(pause)} seconds'`;
  return `WITH chat_turns AS (
  SELECT chat, ${ascending('asked')} AS asked, ${ascending('made')} AS made
  FROM (
    SELECT chat, array_agg(at) FILTER (WHERE kind = 'request') AS asked, array_agg(at) FILTER (WHERE kind = 'scene') AS made
    FROM ${events}
    GROUP BY chat
  ) AS chat
  OFFSET 0
), request AS (
  SELECT chat, at, asked[place + 1] AS next_request, ${firstFrom('made', 'at')} AS next_scene, at + ${idle} AS lapses_at
  FROM chat_turns, unnest(asked) WITH ORDINALITY AS once (at, place)
), judged AS (
  SELECT chat, at, CASE
    WHEN next_scene < least(next_request, lapses_at) THEN 'completed'
    WHEN next_request < lapses_at THEN 'replaced'
    WHEN lapses_at < ${to} THEN 'unanswered'
    ELSE 'open'
  END AS outcome, least(next_scene, next_request, lapses_at) AS ends_at
  FROM request
  OFFSET 0
)
SELECT CAST(chat AS text) AS chat_id, at AS asked_at, outcome, CASE WHEN outcome <> 'open' THEN ends_at END AS ended_at
FROM judged
WHERE outcome = 'open' OR ends_at >= ${from}`;
}

/** The range with the history that its requests need. */
export function requestRange(settings: Settings, parameters: Pick<Parameters, 'from' | 'to'>): Required<Range> {
  const { from, to } = rangeOf(parameters);
  return { from: `${from} - interval '${seconds(settings.validation.idle)} seconds'`, to };
}
