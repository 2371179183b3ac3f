import { type Random } from '../../plan/random';
import { HOSTILE, HOSTILE_KINDS } from '../../texts/hostile';

/** What the user asked for; some try to break out of wherever it is printed. */
export function userRequest(dice: Random): string {
  if (dice.chance(0.03)) {
    return HOSTILE[dice.pick(HOSTILE_KINDS)];
  }
  const page = dice.pick([
    'a landing page',
    'a dashboard',
    'an online shop',
    'a booking form',
    'a portfolio',
    'a quiz',
  ]);
  const owner = dice.pick(['our bakery', 'a yoga studio', 'my band', 'a law firm', 'the school fair', 'a bike rental']);
  return dice.pick([
    `Build ${page} for ${owner}`,
    `Build ${page} for ${owner}, in dark colours, with ${dice.between(2, 9)} sections`,
    `${page} for ${owner}, please 🙏`,
    `Baue mir ${page} für ${owner} – mit Öffnungszeiten`,
    `Add a contact form to ${page}`,
    `Make the header of ${page} stick, and the logo smaller`,
  ]);
}
