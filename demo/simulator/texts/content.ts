import { type PlannedMessage } from '../plan/chatScript';
import { random, type Random } from '../plan/random';
import { errorText, unknownErrorText } from './errors';
import { HOSTILE, HOSTILE_KINDS } from './hostile';

const MEGABYTE = 1_000_000;

/** The words of a planned message: a function of the seed number and the message only. */
export function content(seedNumber: number, message: PlannedMessage): string {
  const dice = random(seedNumber, 'text', message.chat, message.index);
  const scene = message.scene ?? 'the scene';
  switch (message.purpose) {
    case 'request':
      return request(dice, scene);
    case 'wish':
      return wish(dice, scene);
    case 'giant':
      return filled('Make it exactly like this log, please: <row id="1">ünï</row> ', MEGABYTE);
    case 'remark':
      return dice.pick([
        'never mind, leave it as it is',
        'stop, I will write that part by hand',
        'let us go on with the next one',
        HOSTILE.pretender,
        'это не важно, дальше',
      ]);
    case 'working':
      return dice.pick([
        `Working on ${scene} …`,
        `Planning ${scene}: layout, timing, colours`,
        'Prefixing class names and importing fonts', // Neither an attempt nor one of its patterns.
        `Generating code for “${scene}”`,
      ]);
    case 'completed':
      return dice.pick([
        `Scene completed: ${scene}`,
        `✅ Scene completed – ${scene} (${dice.between(2, 12)} s)`,
        'Scene completed',
      ]);
    case 'attempt':
      return `Fixing ${scene}: ${errorText(dice)}`;
    case 'riddle':
      return `Fixing ${scene}: ${unknownErrorText(dice)}`;
    case 'fixed':
      return dice.pick([
        `✅ ${scene}: fixed issues`,
        `Automatically fixed issues in ${scene}`,
        `Fixed issues (${scene}), rendering again`,
      ]);
    case 'gave_up':
      return dice.pick([
        `⚠️ ${scene} still fails, giving up`,
        `Circuit breaker open for ${scene}: no further attempts`,
        `Giving up on ${scene} after three attempts`,
      ]);
    case 'chatter':
      return dice.pick([
        'I padded the title and made the colours warmer.',
        'I used console.error to print what the chart receives.',
        'There are no error messages in the preview.',
        'Affixing the logo to the upper right corner …',
      ]);
    case 'note':
      return 'Fixing is off for maintenance; the circuit breaker was reset'; // Not from the assistant: no event.
  }
}

function request(dice: Random, scene: string): string {
  if (dice.chance(0.0005)) {
    return filled(`add this data to ${scene}: ${HOSTILE.quotes} ${HOSTILE.emoji} `, dice.between(20, 60) * 1_000);
  }
  const thing = dice.pick([
    'a red circle',
    'a bar chart',
    'three cards',
    'our logo',
    'a typewriter effect',
    'a confetti burst 🎉',
  ]);
  return dice.pick([
    `create ${thing} in ${scene}`,
    `Create ${thing}, then fade out`,
    `add ${thing} to ${scene}`,
    `Add ${thing} behind the title`,
    `make ${thing} bigger`,
    `Make ${scene} ${dice.between(2, 20)} seconds long`,
    `please make it bounce, and add ${thing}`,
  ]);
}

/** Words that no phrase takes for a request; some try to break out of wherever they are printed. */
function wish(dice: Random, scene: string): string {
  return dice.chance(0.1)
    ? HOSTILE[dice.pick(HOSTILE_KINDS)]
    : dice.pick([
        `change the font of ${scene}`,
        'Könntest du einen Balken hinzufügen?',
        'the title is too small',
        `remove the padding of ${scene}`,
      ]);
}

/** Whole pieces only: cutting one could leave half a character behind. */
function filled(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length));
}
