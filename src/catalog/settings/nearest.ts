import { distance } from 'fastest-levenshtein';

/** More names than this are looked up, not listed. */
const FEW = 12;

/** The known name that was probably meant, or nothing when none is near enough. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const wanted = word.toLowerCase();
  // An id without its system, or a zone without its continent, is a frequent slip, and far away in letters.
  const tail = known.find(
    (name) => wanted !== '' && /[./]/.test(name) && name.toLowerCase().split(/[./]/).at(-1) === wanted
  );
  if (tail) {
    return tail;
  }
  const [best] = known
    .map((name) => ({ name, away: distance(wanted, name.toLowerCase()) }))
    .sort((a, b) => a.away - b.away);
  return best && best.away <= Math.max(2, Math.floor(word.length / 3)) && best.away < best.name.length
    ? best.name
    : undefined;
}

/** What to do about an unknown name: the nearest known one, else all of them when they are few. */
export function suggestion(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  if (near !== undefined) {
    return `did you mean "${near}"?`;
  }
  if (known.length === 0) {
    return 'remove it: there is nothing to set here';
  }
  return known.length <= FEW
    ? `use one of ${known.join(', ')}`
    : `none of the ${known.length} known names is near; docs/reference lists them`;
}
