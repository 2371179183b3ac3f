/** Numbers that look random and are the same in every run. */
export interface Dice {
  /** From 0 to `below`, without it. */
  number(below: number): number;
  pick<T>(choices: readonly [T, ...T[]]): T;
}

/** A small generator with a good spread (mulberry32). */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const number = (below: number) => Math.floor(next() * below);
  return { number, pick: (choices) => choices[number(choices.length)] ?? choices[0] };
}
