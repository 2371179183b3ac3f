import { matches, seriesName, type Selector } from '../kinds/selector';

/** One series with its present value, in base units. */
export interface Measured {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Those a selector asks for; the identity of the installation is not looked at, because they come from one. */
export const foundBy = (selector: Selector, measured: readonly Measured[]): Measured[] =>
  measured.filter(({ name, labels }) => name === seriesName(selector) && matches(selector, labels));

/** The greatest value a selector finds; -Infinity, which no bound allows, where it finds nothing. */
export const greatestOf = (selector: Selector, measured: readonly Measured[]): number =>
  Math.max(...foundBy(selector, measured).map(({ value }) => value));
