import { COLOURS, type Colour } from '../../catalog/kinds/light';
import { type Series } from '../../shared/seriesOf';

/** How a light developed over the range that was asked for. */
export interface LightCourse {
  readonly then: Colour;
  /** When `then` was, in ms since 1970: the light may be younger than the range. */
  readonly since: number;
  readonly worst: Colour;
}

/** Nothing when the light never shone in the range. */
export function lightCourse([light]: readonly Series[]): LightCourse | undefined {
  const [first] = light?.points ?? [];
  const then = first && colourOf(first.value);
  const worst = colourOf(Math.max(...(light?.points.map(({ value }) => value) ?? [])));
  return first && then && worst && { then, since: first.time, worst };
}

/** The colour that a level stands for; nothing for what is no level. */
export const colourOf = (level: number | undefined): Colour | undefined =>
  (['green', 'yellow', 'red'] as const).find((colour) => COLOURS[colour] === level);
