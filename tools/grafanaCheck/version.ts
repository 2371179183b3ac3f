/** Whether a version such as `12.3.0` or `13.1.0-pre` is at least another one; a pre-release counts as its release. */
export function isAtLeast(version: string, needed: string): boolean {
  const [have, want] = [version, needed].map((one) => (one.match(/\d+/g) ?? []).slice(0, 3).map(Number));
  for (const [i, part] of (want ?? []).entries()) {
    const own = have?.[i] ?? 0;
    if (own !== part) {
      return own > part;
    }
  }
  return true;
}
