/**
 * `value` without what stands at `paths`. A list with a wrong item goes as a whole, because the places of the others
 * would change.
 */
export function without(value: unknown, paths: ReadonlyArray<readonly PropertyKey[]>): unknown {
  if (paths.some((path) => path.length === 0)) {
    return undefined;
  }
  if (Array.isArray(value)) {
    return paths.length > 0 ? undefined : value;
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const kept = Object.entries(value).map(([key, inner]) => {
    const below = paths.filter(([first]) => first === key).map((path) => path.slice(1));
    return [key, without(inner, below)] as const;
  });
  return Object.fromEntries(kept.filter(([, inner]) => inner !== undefined));
}
