import { type Catalog } from '../../src/catalog/catalog';
import { isBreached, type ParsedBound } from '../../src/catalog/exact/bound';
import { seconds } from '../../src/catalog/exact/duration';
import { alertBound, enabledLevels, holdOf } from '../../src/catalog/kinds/alert';
import { ALERTS_INPUT, COLOURS, colouredBounds, NO_DATA, type LightInput } from '../../src/catalog/kinds/light';
import { type HistorySeries } from './series';

type Values = HistorySeries['values'];

/** The lights of the systems and their inputs, made of what was recorded. */
export function lightSeries(
  { systems, settings }: Catalog,
  recorded: readonly HistorySeries[],
  instants: readonly number[]
): HistorySeries[] {
  const valuesOf = (record: string): Values[] =>
    recorded.filter(({ name }) => name === record).map(({ values }) => values);
  return systems.flatMap(({ light, alerts }) => {
    if (light === undefined) {
      return [];
    }
    const inputs = light.inputs.map((input) => ({
      input,
      values: levelsOf(input, valuesOf(input.shape.record), instants),
    }));
    const firing = alerts.flatMap((alert) =>
      enabledLevels(alert, settings).flatMap((level) =>
        valuesOf(alert.shape.record).map((values) =>
          heldFor(breaches(alertBound(alert, level), values), seconds(holdOf(alert, level)) * 1000, instants)
        )
      )
    );
    const fired = instants.map((_, i) => (firing.some((one) => one[i]) ? COLOURS.yellow : COLOURS.green));
    const all: Values[] = [...inputs.map(({ values }) => values), fired];
    const required = inputs.filter(({ input }) => input.required);
    return [
      ...inputs.map(({ input, values }) => ({ name: light.inputRecord, labels: { input: input.name }, values })),
      { name: light.inputRecord, labels: { input: ALERTS_INPUT }, values: fired },
      {
        name: light.record,
        labels: {},
        values: instants.map((_, i) =>
          required.every(({ values }) => (values[i] ?? NO_DATA) !== NO_DATA)
            ? Math.max(...all.map((values) => values[i] ?? NO_DATA))
            : undefined
        ),
      },
    ];
  });
}

/** The worst colour that any of an input's series reaches, worst first; without a value it has no data. */
function levelsOf(input: LightInput, series: readonly Values[], instants: readonly number[]): number[] {
  const colours = colouredBounds(input).map(({ colour, bound }) => ({ level: COLOURS[colour], bound }));
  return instants.map((_, i) => {
    const values = series.flatMap((one) => one[i] ?? []);
    const reached = colours.find(({ bound }) => values.some((value) => isBreached(bound, value)));
    return values.length === 0 ? NO_DATA : (reached?.level ?? COLOURS.green);
  });
}

const breaches = (bound: ParsedBound, values: Values): boolean[] =>
  values.map((value) => value !== undefined && isBreached(bound, value));

/** Where a breach has held so long. */
function heldFor(breached: readonly boolean[], hold: number, instants: readonly number[]): boolean[] {
  let since: number | undefined;
  return breached.map((now, i) => {
    const at = instants[i] ?? 0;
    since = now ? (since ?? at) : undefined;
    return since !== undefined && at - since >= hold;
  });
}
