import { buildCatalog } from '../../catalog/catalog';
import { DEFAULT_SETTINGS } from '../../catalog/settings/defaults';
import { SYSTEMS } from '../../catalog/systems';
import { answersGiven, seriesFrame } from '../../test/framesOf';
import { filteredRows, filterOf, readRows } from './thresholdFilter';
import { thresholdReadings } from './thresholdReading';
import { thresholdRows } from './thresholdRow';

const CATALOG = buildCatalog(SYSTEMS, DEFAULT_SETTINGS);
const ROWS = readRows(
  thresholdRows(CATALOG),
  thresholdReadings(
    CATALOG,
    answersGiven({
      frames: [
        seriesFrame('validation:chains_fixed:ratio_24h', {}, 0.7),
        seriesFrame('validation:chain_attempts:max_24h', {}, 6),
        seriesFrame('validation:duration_seconds:mean_15m', {}, 0.09),
        seriesFrame('platform:exporter_up:max', {}, 1),
      ],
    })
  )
);
const shown = (address: string) => filteredRows(ROWS, filterOf(new URLSearchParams(address))).map(({ id }) => id);

describe('the filter of thresholds', () => {
  it('shows everything in the order of the catalog when nothing is asked for', () => {
    expect(shown('')).toEqual(ROWS.map(({ id }) => id));
    expect(shown('level=nonsense&order=nonsense')).toEqual(ROWS.map(({ id }) => id));
  });

  it('leaves the other systems out', () => {
    expect(shown('system=platform')).toEqual(ROWS.map(({ id }) => id).filter((id) => id.startsWith('platform.')));
  });

  it('shows what has a level', () => {
    expect(shown('level=target')).toEqual([
      'validation.success_rate',
      'validation.generation_success',
      'validation.duration',
    ]);
  });

  it('shows what is breached, and with a level what is behind that one', () => {
    expect(shown('breached=true')).toEqual(['validation.success_rate', 'validation.attempt_limit']);
    expect(shown('breached=true&level=critical')).toEqual(['validation.attempt_limit']);
  });

  it('puts what has least margin first, and last what has none', () => {
    const ordered = shown('order=margin');
    expect(ordered.slice(0, 4)).toEqual([
      'validation.attempt_limit',
      'validation.success_rate',
      'validation.duration',
      'platform.exporter_unreachable',
    ]);
    expect([...ordered].sort()).toEqual(ROWS.map(({ id }) => id).sort());
  });

  it('takes search and filter together', () => {
    expect(shown('search=chain&breached=true&level=warning')).toEqual(['validation.success_rate']);
  });
});
