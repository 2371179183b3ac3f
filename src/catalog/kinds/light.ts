import { print } from '../exact/decimal';
import { boundInSeriesUnit, type ParsedBound } from '../exact/bound';
import { type Settings } from '../settings/settings';
import { type Shape } from '../shapes/shape';
import { problem, type Problem } from './problem';
import { type Source } from './source';
import { type Threshold } from './threshold';

/** What a light, or one of its inputs, shows; an input without data is told as -1, a light without data has no series. */
export const COLOURS = { green: 0, yellow: 1, red: 2 } as const;
export type Colour = keyof typeof COLOURS;
export const NO_DATA = -1;

/** One thing a light looks at: the `warning` of its threshold is yellow, `critical` is red. */
export interface LightInput {
  /** `<light id>.<name>`. */
  readonly id: string;
  /** Value of the `input` label. */
  readonly name: string;
  readonly threshold: Threshold;
  readonly shape: Shape;
  /** Without a required input there is no light; an optional one is left out, and told as missing. */
  readonly required: boolean;
  readonly sources: Readonly<Partial<Record<Colour, Source>>>;
}

/** The state of a system as one series, the worst of its inputs; never greener than yellow while one of its alerts fires. */
export interface Light {
  readonly id: string;
  readonly title: string;
  /** The light itself. */
  readonly record: string;
  /** One series per input, told apart by the label `input`. */
  readonly inputRecord: string;
  readonly inputs: readonly LightInput[];
  readonly source: Source;
}

/** The `input` that stands for the system's firing alerts. */
export const ALERTS_INPUT = 'alerts';

type Draft = Omit<LightInput, 'id' | 'name'>;

/** A light from its inputs by name. */
export function light(system: string, title: string, source: Source, inputs: Readonly<Record<string, Draft>>): Light {
  const id = `${system}.light`;
  return {
    id,
    title,
    record: `${system}:light:level`,
    inputRecord: `${system}:light_input:level`,
    inputs: Object.entries(inputs).map(([name, draft]) => ({ ...draft, name, id: `${id}.${name}` })),
    source,
  };
}

/** The bounds that colour an input, worst first, in the unit of the series. */
export const colouredBounds = ({ threshold }: LightInput): Array<{ colour: Colour; bound: ParsedBound }> =>
  (
    [
      ['red', 'critical'],
      ['yellow', 'warning'],
    ] as const
  ).flatMap(([colour, level]) => {
    const bound = threshold.levels[level];
    return bound ? [{ colour, bound: boundInSeriesUnit(bound, threshold.unit) }] : [];
  });

/** The rule of one input: of what is not met nothing is left, so the first side that has a series is the worst colour. */
export function lightInputExpression(input: LightInput): string {
  const colours = colouredBounds(input).map(({ colour, bound }) => {
    const breached = `group(${input.shape.breach(bound)})`;
    return colour === 'red' ? `${COLOURS.red} * ${breached}` : breached;
  });
  return [...colours, `group(${input.shape.record}) - 1`, `vector(${NO_DATA})`].join(' or ');
}

/** The rule of the input that stands for the firing alerts. */
export const alertsInputExpression = (system: string, { labels }: Settings): string => {
  const matchers = Object.entries({ alertstate: 'firing', system, ...labels });
  return `group(ALERTS{${matchers.map(([name, value]) => `${name}=${JSON.stringify(value)}`).join(', ')}}) or vector(${COLOURS.green})`;
};

/** The rule of the light: the worst input, where every required one has data. */
export function lightExpression({ inputRecord, inputs }: Light): string {
  const required = inputs.filter((input) => input.required).map(({ name }) => name);
  return `max(${inputRecord}) and on () (min(${inputRecord}{input=~"${required.join('|')}"}) >= ${COLOURS.green})`;
}

/** Numbers in the rules of a light, by record. */
export const lightLiterals = ({ record, inputRecord, inputs }: Light): Readonly<Record<string, readonly string[]>> => ({
  [record]: [String(COLOURS.green)],
  [inputRecord]: [
    ...[COLOURS.green, COLOURS.yellow, COLOURS.red].map(String),
    ...inputs.flatMap((input) => colouredBounds(input).map(({ bound }) => print(bound.value))),
    ...inputs.flatMap(({ shape }) => shape.literals),
  ],
});

/** A light that could never show, or show something else than its threshold says. */
export function checkLight({ id, inputs }: Light, thresholds: readonly Threshold[]): Problem[] {
  return [
    ...(inputs.some(({ required }) => required)
      ? []
      : [problem([], `${id} requires none of its inputs, so it is green without any data`, 'require one')]),
    ...inputs
      .filter(({ name }) => name === ALERTS_INPUT)
      .map((input) => problem([], `${input.id} is the name of the firing alerts`, 'rename the input')),
    ...inputs
      .filter(({ threshold }) => !thresholds.some((listed) => listed.id === threshold.id))
      .map((input) =>
        problem([], `the threshold ${input.threshold.id} of ${input.id} is not of its system`, 'list it in the system')
      ),
    ...inputs
      .filter((input) => colouredBounds(input).length === 0)
      .map((input) =>
        problem([], `${input.id} has no warning and no critical level, so it is always green`, 'add a level')
      ),
    ...inputs
      .filter(({ shape }) => shape.reading !== undefined)
      .map((input) => problem([], `the record of ${input.id} is not what its threshold judges`, 'use another shape')),
  ];
}
