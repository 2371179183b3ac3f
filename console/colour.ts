/**
 * Whether to write colours: NO_COLOR and FORCE_COLOR decide, in this order, then whether the output is a terminal.
 * As everywhere, an empty NO_COLOR says nothing and FORCE_COLOR=0 means no.
 */
export function wantsColour(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  if (env.NO_COLOR) {
    return false;
  }
  if (env.FORCE_COLOR !== undefined) {
    return !['0', 'false'].includes(env.FORCE_COLOR);
  }
  return isTerminal && env.TERM !== 'dumb';
}
