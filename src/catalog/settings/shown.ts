const LONGEST = 60;

/** A text of the file as messages quote it: on one line, and not endless. */
export function shown(text: string): string {
  return JSON.stringify(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
}
