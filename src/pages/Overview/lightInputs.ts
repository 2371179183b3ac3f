import { boundInWords } from '../../catalog/exact/bound';
import { COLOURS, NO_DATA, type Colour, type Light } from '../../catalog/kinds/light';
import { type Answers } from '../../shared/answers';
import { lastValues } from '../../shared/seriesOf';
import { colourOf } from './lightCourse';

/** What keeps a light from being green, or is not known of it. */
export interface TroubledInput {
  readonly name: string;
  /** Title of its threshold. */
  readonly title: string;
  readonly colour: Exclude<Colour, 'green'> | 'no data';
  /** "below 60 %"; nothing without data. */
  readonly condition?: string;
  /** Without it there is no light. */
  readonly required: boolean;
}

/** The inputs of a light that are not green, the worst first; its alerts are told by themselves. */
export function troubledInputs({ inputs, inputRecord }: Light, answers: Answers): TroubledInput[] {
  const levels = new Map(
    lastValues(answers.frames(inputRecord)).map(({ labels, value }) => [labels['input'], value] as const)
  );
  return inputs
    .map((input) => ({ input, level: levels.get(input.name) ?? NO_DATA }))
    .filter(({ level }) => level !== COLOURS.green)
    .sort((a, b) => b.level - a.level)
    .map(({ input: { name, threshold, required }, level }): TroubledInput => {
      const colour = colourOf(level);
      if (!colour || colour === 'green') {
        return { name, title: threshold.title, colour: 'no data', required };
      }
      const bound = threshold.levels[colour === 'red' ? 'critical' : 'warning'];
      return {
        name,
        title: threshold.title,
        colour,
        required,
        ...(bound && { condition: boundInWords(bound, threshold.unit) }),
      };
    });
}
