import { buildCatalog } from '../../src/catalog/catalog';
import { enabledLevels } from '../../src/catalog/kinds/alert';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { SYSTEMS } from '../../src/catalog/systems';
import { FAULTS } from '.';

const catalog = buildCatalog(SYSTEMS, DEFAULT_SETTINGS);
const alerts = catalog.systems.flatMap((system) => system.alerts);
// A heartbeat fires all the time; that it stops is what the fault watchdog-silent is for.
const levels = alerts
  .filter(({ shape }) => shape.kind !== 'heartbeat')
  .flatMap((alert) => enabledLevels(alert, DEFAULT_SETTINGS).map((level) => `${alert.name} ${level}`));
const raised = FAULTS.flatMap(({ raises }) => raises.map(({ alert, level }) => `${alert} ${level}`));

describe('the faults', () => {
  it('raise every alert of the catalog at each of its levels', () => {
    expect(levels.filter((level) => !raised.includes(level))).toEqual([]);
  });

  it('raise nothing that the catalog does not have, and have ids of their own', () => {
    expect(raised.filter((level) => !levels.includes(level))).toEqual([]);
    expect(new Set(FAULTS.map(({ id }) => id)).size).toBe(FAULTS.length);
  });
});
