/** `T` with everything optional; a list is there completely or not at all. */
export type Changes<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { readonly [K in keyof T]?: Changes<T[K]> | undefined }
    : T;

/** `base` with `changes` in it: maps merge, lists and single values replace. Changes neither. */
export function merge<T>(base: T, changes: Changes<NoInfer<T>>): T {
  return merged(base, changes) as T;
}

function merged(base: unknown, change: unknown): unknown {
  if (change === undefined) {
    return base;
  }
  if (!isPlainMap(base) || !isPlainMap(change)) {
    return change;
  }
  const keys = new Set([...Object.keys(base), ...Object.keys(change)]);
  return Object.fromEntries([...keys].map((key) => [key, merged(base[key], change[key])]));
}

const isPlainMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
