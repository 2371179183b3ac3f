/** One series of the history. */
export interface HistorySeries {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  /** One per instant; nothing where the series had no value. */
  readonly values: ReadonlyArray<number | undefined>;
}

/** Series by what tells them apart, of the values that come in the order of the instants. */
export function collectSeries(count: number) {
  const found = new Map<
    string,
    { name: string; labels: Readonly<Record<string, string>>; values: Array<number | undefined> }
  >();
  return {
    set(name: string, labels: Readonly<Record<string, string>>, instant: number, value: number): void {
      const key = `${name}${JSON.stringify(labels)}`;
      const series = found.get(key) ?? { name, labels, values: new Array<number | undefined>(count).fill(undefined) };
      series.values[instant] = value;
      found.set(key, series);
    },
    all: (): HistorySeries[] => [...found.values()],
  };
}
