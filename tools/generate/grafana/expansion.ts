/** Grafana puts a variable in place of `$NAME`, once; in place of `${NAME}` twice, which would spoil a password with a dollar. */
export const environment = (name: string): string => `$${name}`;

/** The same data, with every dollar in it meant as one: that is `$$` to Grafana. */
export function withoutExpansion(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.replaceAll('$', '$$$$');
  }
  if (Array.isArray(value)) {
    return value.map(withoutExpansion);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutExpansion(one)]))
    : value;
}
