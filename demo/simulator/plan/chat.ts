import { sceneName } from '../texts/scenes';
import { chatScript, type ChatScript, type PlannedChat } from './chatScript';
import { random, type Random } from './random';
import { playAftermath, playRepairs, type Course } from './repair';
import { HOUR, MINUTE, SECOND } from './time';

/** No chat, and no chain of one, is still going on so long after its beginning. */
export const LONGEST_CHAT = 24 * HOUR;
/** How many messages a chat has in the mean: measured, and held by a test. */
export const MESSAGES_PER_CHAT = 13.7;
/** Share of what users ask for in words that are no request to whoever counts them. */
const WISHES = 0.23;

/** Every id the simulator makes begins so; nothing else in the table may. */
export const CHAT_PREFIX = 'demo-';

/** The `number`th chat that begins in the minute `start`; `course` says what needs repair, and how that goes. */
export function planChat(seedNumber: number, start: number, number: number, course: Course): PlannedChat {
  const dice = random(seedNumber, 'chat', start, number);
  const script = chatScript(chatId(dice));
  const scenes = Array.from({ length: dice.between(1, 4) }, () => sceneName(dice));
  let at = start + dice.between(0, MINUTE - 1);
  const sittings = dice.chance(0.12) ? 2 : 1;
  for (let sitting = 0; sitting < sittings; sitting++) {
    at = playSitting(script, dice, at, scenes, course) + dice.between(70, 8 * 60) * MINUTE;
  }
  return script.finish();
}

/** A quick question and its answer: there is one every minute, so that something happens at any hour. */
export function planQuickAsk(seedNumber: number, start: number, giant: boolean): PlannedChat {
  const dice = random(seedNumber, 'quick', start);
  const script = chatScript(chatId(dice));
  const scene = sceneName(dice);
  const at = start + dice.between(0, MINUTE - 20 * SECOND);
  script.user(at, giant ? 'giant' : 'request', scene);
  script.say(at + dice.between(500, 3_000), 'working', scene);
  script.say(at + dice.between(4_000, 19_000), 'completed', scene);
  return script.finish();
}

function chatId(dice: Random): string {
  // An id is text from outside as well: a few try to break out of wherever they are printed.
  const tail = dice.chance(0.004) ? dice.pick(['-"><script>', "-'; --", '-{{.}}', '-№7 مرحبا', '-%s%n']) : '';
  return `${CHAT_PREFIX}${dice.hex(16)}${tail}`;
}

/** One visit to a chat. Returns a time after its last message. */
function playSitting(
  script: ChatScript,
  dice: Random,
  start: number,
  scenes: ReadonlyArray<string | null>,
  course: Course
): number {
  let at = start;
  for (let requests = dice.between(3, 4); requests > 0; requests--) {
    const scene = scenes[dice.between(0, scenes.length - 1)] ?? null;
    script.user(at, dice.chance(WISHES) ? 'wish' : 'request', scene);
    let last = at;
    if (dice.chance(0.45)) {
      script.say((last += dice.between(500, 3_000)), 'working', scene);
    }
    if (course.needsRepair()) {
      const others = scenes.filter((other) => other !== scene);
      const beside = others.length > 0 && dice.chance(0.08) ? [others[0] ?? null] : [];
      const { end, next } = playRepairs(script, dice, last, [scene, ...beside], course);
      last = end;
      if (next === 'silent') {
        return Math.max(last, playAftermath(script, dice, last, scene));
      }
      if (next === 'left') {
        script.user((last += dice.between(3, 600) * SECOND), 'remark', null);
        at = last + dice.between(5, 120) * SECOND;
        continue;
      }
      if (next === 'gave_up') {
        at = last + dice.between(20, 180) * SECOND;
        continue;
      }
    }
    script.say((last += dice.between(2, 30) * SECOND), 'completed', scene);
    if (dice.chance(0.25)) {
      script.say((last += dice.between(1, 20) * SECOND), dice.chance(0.1) ? 'note' : 'chatter', scene);
    }
    at = last + dice.between(15, 240) * SECOND;
  }
  return at;
}
