/** Stands where Grafana has an editor of an option. */
export const noEditor = (): null => null;
