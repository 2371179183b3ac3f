import { buildCatalog } from '../../src/catalog/catalog';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { SYSTEMS } from '../../src/catalog/systems';
import { lightSeries } from './lightSeries';
import { type HistorySeries } from './series';

const catalog = buildCatalog(SYSTEMS, DEFAULT_SETTINGS);
const MINUTE = 60_000;
const INSTANTS = [0, 1, 2, 3, 4, 5, 6].map((minute) => minute * MINUTE);
const recorded = (name: string, ...values: Array<number | undefined>): HistorySeries => ({ name, labels: {}, values });
const healthy = [
  recorded('validation:chain_attempts:max_24h', 3, 3, 3, 3, 3, 3, 3),
  recorded('validation:circuit_breaker_trips:max_1h', 0, 0, 0, 0, 0, 0, 0),
  recorded('validation:circuit_breaker_trips:max_24h', 0, 0, 0, 0, 0, 0, 0),
  recorded('validation:unknown_attempts:max_1h', 0, 0, 0, 0, 0, 0, 0),
];

function light(...rates: Array<number | undefined>) {
  const series = lightSeries(catalog, [...healthy, recorded('validation:chains_fixed:ratio_24h', ...rates)], INSTANTS);
  const named = (name: string, input?: string) =>
    series.find((one) => one.name === name && one.labels.input === input)?.values;
  return {
    light: named('validation:light:level'),
    rate: named('validation:light_input:level', 'success_rate'),
    duration: named('validation:light_input:level', 'duration'),
    alerts: named('validation:light_input:level', 'alerts'),
  };
}

describe('the history of the light', () => {
  it('is the worst colour of its inputs, and nothing where a required one has no data', () => {
    expect(light(0.9, 0.8, 0.79, 0.6, 0.59, undefined, 0.9)).toMatchObject({
      rate: [0, 0, 1, 1, 2, -1, 0],
      light: [0, 0, 1, 1, 2, undefined, 0],
    });
  });

  it('leaves out an optional input without data', () => {
    expect(light(1, 1, 1, 1, 1, 1, 1)).toMatchObject({
      duration: [-1, -1, -1, -1, -1, -1, -1],
      light: [0, 0, 0, 0, 0, 0, 0],
    });
  });

  it('tells of an alert once its breach has held', () => {
    // Critical after 1 minute.
    expect(light(0.5, 0.5, 0.5, 0.9, 0.9, 0.5, 0.9).alerts).toEqual([0, 1, 1, 0, 0, 0, 0]);
  });
});
