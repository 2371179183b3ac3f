const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** The time between two instants in its two largest units: "2 hours 5 minutes". Never negative. */
export function elapsed(from: Date, to: Date): string {
  let rest = Math.max(0, Math.round((to.getTime() - from.getTime()) / 1000));
  const parts = UNITS.flatMap(([unit, length]) => {
    const count = Math.floor(rest / length);
    rest %= length;
    return [{ count, text: `${count} ${unit}${count === 1 ? '' : 's'}` }];
  });
  const first = parts.findIndex(({ count }) => count > 0);
  const shown = first < 0 ? parts.slice(-1) : parts.slice(first, first + 2).filter(({ count }) => count > 0);
  return shown.map(({ text }) => text).join(' ');
}
