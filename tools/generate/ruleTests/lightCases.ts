import { applies, pointsDown } from '../../../src/catalog/exact/bound';
import { decimal, minus, plus, print, times, type Decimal } from '../../../src/catalog/exact/decimal';
import { ALERTS_INPUT, colouredBounds, COLOURS, type Light, type LightInput } from '../../../src/catalog/kinds/light';

/** What a light must show in one situation. Its inputs are given as the records they read, not as what those are made of. */
export interface LightCase {
  readonly name: string;
  /** Value per record; one that is not there has no series. */
  readonly records: ReadonlyMap<string, readonly Decimal[]>;
  /** Values that records had until lately: for less than what is remembered they are as now. */
  readonly before?: ReadonlyMap<string, readonly Decimal[]>;
  readonly alert?: { readonly state: 'firing' | 'pending'; readonly system: string };
  /** Value per input, the firing alerts among them. */
  readonly inputs: Readonly<Record<string, number>>;
  /** Nothing where there is no light. */
  readonly light?: number;
}

const NO_DATA = -1;

/** The cases of one light, from its inputs and their thresholds alone. */
export function lightCases(light: Light, system: string): LightCase[] {
  const healthy = new Map(
    light.inputs.map(({ shape, ...input }) => [shape.record, [extremes({ shape, ...input }).healthy]])
  );
  const shown = (records: LightCase['records'], alerts: number): Pick<LightCase, 'records' | 'inputs' | 'light'> => {
    const inputs = Object.fromEntries([
      ...light.inputs.map((input) => [input.name, colourOf(input, records.get(input.shape.record))] as const),
      [ALERTS_INPUT, alerts],
    ]);
    const known = light.inputs.every(({ required, name }) => !required || inputs[name] !== NO_DATA);
    return { records, inputs, ...(known && { light: Math.max(...Object.values(inputs)) }) };
  };
  const at = (
    name: string,
    changed: ReadonlyArray<readonly [string, readonly Decimal[]]>,
    alert?: LightCase['alert']
  ) => ({
    name,
    ...(alert && { alert }),
    ...shown(
      new Map([...healthy, ...changed]),
      alert?.state === 'firing' && alert.system === system ? COLOURS.yellow : 0
    ),
  });

  /** What an input remembers has to be bad, too, and of the same thing. */
  const lately = (input: LightInput): LightCase[] => {
    const { record } = input.shape;
    const { worst } = extremes(input);
    const nearly = nearlyBad(input);
    const situation = (name: string, now: readonly Decimal[], before: readonly Decimal[]): LightCase => {
      const { records, inputs } = shown(new Map([...healthy, [record, now]]), 0);
      const remembering = light.inputs.filter(({ shape }) => shape.record === record && shape.remembers);
      const told = { ...inputs, ...Object.fromEntries(remembering.map((one) => [one.name, COLOURS.green])) };
      return {
        name,
        records,
        before: new Map([[record, before]]),
        inputs: told,
        light: Math.max(...Object.values(told)),
      };
    };
    return [
      situation(`${input.name} was nearly bad before`, [worst], [nearly]),
      situation(`${input.name} is bad of one, and was of another`, [worst, nearly], [nearly, worst]),
    ];
  };

  return [
    at('everything is well', []),
    ...light.inputs.flatMap((input) => [
      ...neighbours(input).map((value) => at(`${input.name} at ${print(value)}`, [[input.shape.record, [value]]])),
      {
        ...shown(new Map([...healthy].filter(([record]) => record !== input.shape.record)), 0),
        name: `no ${input.name}`,
      },
      ...(input.shape.keeps.length > 0
        ? [at(`the worse of two ${input.name} counts`, [[input.shape.record, Object.values(extremes(input))]])]
        : []),
      ...(input.shape.remembers ? lately(input) : []),
    ]),
    at(
      'everything is wrong',
      light.inputs.map((input) => [input.shape.record, [extremes(input).worst]])
    ),
    at('an alert of the system fires', [], { state: 'firing', system }),
    at('an alert of the system is pending', [], { state: 'pending', system }),
    at('an alert of another system fires', [], { state: 'firing', system: 'stranger' }),
    { ...shown(new Map(), 0), name: 'no data at all' },
  ];
}

function colourOf(input: LightInput, values: readonly Decimal[] = []): number {
  const breached = colouredBounds(input).find(({ bound }) => values.some((value) => applies(bound, value)));
  return values.length === 0 ? NO_DATA : COLOURS[breached?.colour ?? 'green'];
}

/** The value next to the mildest bound of an input, on its good side. */
function nearlyBad(input: LightInput): Decimal {
  const { bound } = colouredBounds(input).at(-1) ?? { bound: { operator: '>' as const, value: decimal('0') } };
  return pointsDown(bound) ? plus(bound.value, input.shape.step) : minus(bound.value, input.shape.step);
}

/** Each bound and the values next to it. */
const neighbours = (input: LightInput): Decimal[] =>
  colouredBounds(input).flatMap(({ bound: { value } }) => [
    minus(value, input.shape.step),
    value,
    plus(value, input.shape.step),
  ]);

function extremes(input: LightInput): { worst: Decimal; healthy: Decimal } {
  const { min, max } = input.shape.range;
  const bounds = colouredBounds(input).map(({ bound }) => bound);
  const worst = bounds[0] ?? { operator: '>', value: decimal('0') };
  const mildest = bounds.at(-1) ?? worst;
  const low = min ?? times(mildest.value, decimal('0.1'));
  const high = max ?? times(plus(worst.value, input.shape.step), decimal('3'));
  return pointsDown(worst) ? { worst: low, healthy: high } : { worst: high, healthy: low };
}
