import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tieredQueries } from '../exporter/tieredQuery';
import { buildCatalog } from '../src/catalog/catalog';
import { seconds } from '../src/catalog/exact/duration';
import { DEFAULT_SETTINGS } from '../src/catalog/settings/defaults';
import { SYSTEMS } from '../src/catalog/systems';
import { loadSettings } from '../tools/generate/loadSettings';
import { FAULTS } from './faults';
import { total, wayToFiring } from './faults/due';
import { alertNamed, thresholdWithId } from './faults/lookup';

const MINUTES = 60;

const shortWindows = async () => {
  const settings = await loadSettings(join(__dirname, 'short-windows.config.yaml'), SYSTEMS, (file) =>
    readFile(file, 'utf8')
  );
  return buildCatalog(SYSTEMS, settings);
};

describe('the short windows of the demo', () => {
  it('bring the alerts of every fault within a quarter of an hour, and none later than the defaults do', async () => {
    const [short, usual] = [await shortWindows(), buildCatalog(SYSTEMS, DEFAULT_SETTINGS)];
    const wait = (catalog: typeof usual, { alert, level, ramp }: (typeof FAULTS)[number]['raises'][number]) =>
      total(wayToFiring(alertNamed(catalog, alert), level, catalog.settings)) + (ramp?.(catalog).seconds ?? 0);

    for (const raised of FAULTS.flatMap(({ raises }) => raises)) {
      const took = wait(short, raised);
      expect({ ...raised, long: took > 15 * MINUTES, longer: took > wait(usual, raised) }).toMatchObject({
        long: false,
        longer: false,
      });
    }
  });

  it('never take a source for stale that is read on time', async () => {
    const catalog = await shortWindows();
    const slowest = Math.max(...tieredQueries(catalog).map(({ tier }) => seconds(tier.every)));
    const bound = Number(thresholdWithId(catalog, 'platform.source_stale').levels.warning?.split(' ')[1]);

    expect(bound).toBeGreaterThanOrEqual(slowest + MINUTES);
  });
});
