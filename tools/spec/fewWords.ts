import { type Place } from './document';

/** Enough of a place to recognise it: five words, those around the number where it was listed for one. */
export function fewWords({ kind, text }: Place): string {
  const words = text.split(' ');
  const number = kind === 'line' ? words.findIndex((word) => /\d/.test(word)) : 0;
  const from = Math.max(0, Math.min(number - 2, words.length - 5));
  const excerpt = words
    .slice(from, from + 5)
    .join(' ')
    .slice(0, 44)
    .trim();
  return `${from > 0 ? '… ' : ''}${excerpt}${text.endsWith(excerpt) ? '' : ' …'}`;
}
