/** Two days and more: what a window of 24 hours and the longest chat before it need. */
const REMEMBERED = 72;

/** The same function, which makes each of the last keys' values only once. */
export function remembered<T>(make: (key: number) => T): (key: number) => T {
  const known = new Map<number, T>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    if (known.size > REMEMBERED) {
      known.delete(known.keys().next().value ?? key);
    }
    return value;
  };
}
