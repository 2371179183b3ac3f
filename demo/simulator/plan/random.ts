// Held here because looking up a global is dear where Jest runs code, and dice are thrown by the million.
const { exp, floor, imul } = Math;

/** A stream of numbers that depends on nothing but the parts it was made from. */
export interface Random {
  /** At least 0, below 1. */
  share(): number;
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<const T>(list: readonly [T, ...T[]]): T;
  /** How many of many unlikely things happen when `mean` are expected (Poisson; for small means). */
  count(mean: number): number;
  /** `length` hexadecimal digits. */
  hex(length: number): string;
}

/** The same parts always give the same stream; any other parts give another one. */
export function random(...parts: ReadonlyArray<string | number>): Random {
  let state = hash(parts.join('\u0000'));
  const share = () => {
    // mulberry32: small, quick, and good enough for a demo's dice.
    state = (state + 0x6d2b79f5) | 0;
    let t = imul(state ^ (state >>> 15), 1 | state);
    t = (t + imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number) => least + floor(share() * (most - least + 1));
  return {
    share,
    between,
    chance: (probability) => share() < probability,
    pick: (list) => list[between(0, list.length - 1)] ?? list[0],
    count: (mean) => {
      const limit = exp(-mean);
      let events = 0;
      for (let product = share(); product > limit; product *= share()) {
        events += 1;
      }
      return events;
    },
    hex: (length) => Array.from({ length }, () => between(0, 15).toString(16)).join(''),
  };
}

/** FNV-1a with a final mix, so that neighbouring minutes start far apart. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    value = imul(value ^ text.charCodeAt(i), 0x01000193);
  }
  value = imul(value ^ (value >>> 16), 0x85ebca6b);
  value = imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}
