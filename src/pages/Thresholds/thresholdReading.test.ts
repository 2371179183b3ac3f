import { LoadingState } from '@grafana/data';

import { buildCatalog } from '../../catalog/catalog';
import { DEFAULT_SETTINGS } from '../../catalog/settings/defaults';
import { SYSTEMS } from '../../catalog/systems';
import { knownSeries } from '../../datasource/series/knownSeries';
import { answersGiven, seriesFrame } from '../../test/framesOf';
import { readingQueries, thresholdReadings } from './thresholdReading';

const CATALOG = buildCatalog(SYSTEMS, DEFAULT_SETTINGS);
const RATE = 'validation:chains_fixed:ratio_24h';

const reading = (id: string, given: Parameters<typeof answersGiven>[0]) =>
  thresholdReadings(CATALOG, answersGiven(given)).get(id);

describe('the reading of a threshold', () => {
  it('is the value of its record in its own unit, with the margin', () => {
    expect(reading('validation.success_rate', { frames: [seriesFrame(RATE, {}, 0.92)] })).toMatchObject({
      kind: 'value',
      value: '92',
      labels: {},
      margin: { level: 'warning', isBreached: false, distance: '12' },
    });
  });

  it('is the worst of several, in the direction of the threshold, and names it', () => {
    const heap = 'validation:heap_used_bytes:max_5m';
    const up = 'platform:source_up:min';
    const frames = [
      seriesFrame(heap, { instance: 'a:1' }, 100 * 1024 ** 2),
      seriesFrame(heap, { instance: 'b:1' }, 600 * 1024 ** 2),
      seriesFrame(up, { source: 'well' }, 1),
      seriesFrame(up, { source: 'ill' }, 0),
    ];
    expect(reading('validation.heap_high', { frames })).toMatchObject({ value: '600', labels: { instance: 'b:1' } });
    expect(reading('platform.source_failing', { frames })).toMatchObject({ value: '0', labels: { source: 'ill' } });
  });

  it('is that of the light, where only the light judges it', () => {
    const frames = [seriesFrame('validation:circuit_breaker_trips:max_24h', {}, 4)];
    expect(reading('validation.trips_of_day', { frames })).toMatchObject({
      value: '4',
      margin: { level: 'warning', isBreached: true, side: 'above', distance: '1' },
    });
  });

  it('says why there is none', () => {
    const id = 'validation.success_rate';
    expect(reading(id, {})).toEqual({ kind: 'no-data' });
    expect(reading(id, { frames: [seriesFrame(RATE, {}, Infinity)] })).toEqual({ kind: 'no-data' });
    expect(reading(id, { state: LoadingState.Loading })).toEqual({ kind: 'pending' });
    expect(reading(id, { errors: { [RATE]: 'gone' } })).toEqual({ kind: 'failed', message: 'gone' });
    expect(reading('validation.silence', {})).toEqual({ kind: 'quiet' });
    expect(thresholdReadings(CATALOG, undefined).get(id)).toEqual({ kind: 'not-configured' });
  });

  it('does not exist for what is only part of another threshold', () => {
    expect(reading('validation.slow_validation', {})).toEqual({ kind: 'unmeasured' });
  });

  it('asks for every record once, and only for what the data source knows', () => {
    const asked = readingQueries(CATALOG.systems).map(({ series }) => series);
    const known = knownSeries(CATALOG).map(({ name }) => name);
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked.filter((series) => !known.includes(series))).toEqual([]);
    expect(asked).toEqual(expect.arrayContaining([RATE, 'validation:circuit_breaker_trips:max_24h']));
  });
});
