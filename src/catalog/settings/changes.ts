import { type Changes } from './merge';

/** What of `value` differs from `base`: the smallest changes with which `merge(base, changes)` is `value` again. Maps only grow. */
export function changes<T extends object>(base: T, value: T): Changes<T> {
  return (changed(base, value) ?? {}) as Changes<T>;
}

function changed(base: unknown, value: unknown): unknown {
  if (!isPlainMap(base) || !isPlainMap(value)) {
    return same(base, value) ? undefined : value;
  }
  const entries = Object.entries(value)
    .map(([key, one]) => [key, changed(base[key], one)] as const)
    .filter(([, one]) => one !== undefined);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** Settings are plain data, as they stand in a file. */
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const isPlainMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
