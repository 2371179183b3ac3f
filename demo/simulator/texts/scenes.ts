import { type Random } from '../plan/random';
import { HOSTILE } from './hostile';

const PLAIN = [
  'Intro',
  'Outro',
  'Title card',
  'Product reveal',
  'Bar chart race',
  'Logo animation',
  'Testimonial',
  'Call to action',
  'Split screen',
  'Particle field',
  'Countdown',
  'Feature grid',
] as const;
const FOREIGN = ['Einführung', 'Scène d’été', '紹介', 'Введение', 'المقدمة', 'Intro 🎬', 'Ünïcødé ß'] as const;
const NASTY = [HOSTILE.script, HOSTILE.sql, HOSTILE.quotes, HOSTILE.template, HOSTILE.like, HOSTILE.label, ''] as const;

/** Name of a scene; null where the product did not note one. */
export function sceneName(dice: Random): string | null {
  const roll = dice.share();
  if (roll < 0.06) {
    return null;
  }
  if (roll < 0.08) {
    return dice.pick(NASTY);
  }
  return roll < 0.18 ? dice.pick(FOREIGN) : `${dice.pick(PLAIN)} ${dice.between(1, 9)}`;
}
