import { buildCatalog } from '../../src/catalog/catalog';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { SYSTEMS } from '../../src/catalog/systems';
import { emitDashboards } from '../generate/dashboards';
import { accountPanels } from './accountPanels';

const catalog = buildCatalog(SYSTEMS, DEFAULT_SETTINGS);
const files = emitDashboards(catalog);
const dashboards = catalog.systems.flatMap((system) => system.dashboards);
const jsonOf = (uid: string) => files.get(`dashboards/${uid}.json`) ?? '';

describe('accountPanels', () => {
  it.each(dashboards.map((dashboard) => [dashboard.uid, dashboard] as const))(
    'owns every number of %s',
    (uid, dashboard) => {
      expect(accountPanels(dashboard, jsonOf(uid))).toEqual([]);
    }
  );

  it('tells of a line that was moved by hand', () => {
    const [dashboard] = dashboards;
    if (!dashboard) {
      throw new Error('the catalog has no dashboard');
    }
    const moved = jsonOf(dashboard.uid).replace('"value": 0.6', '"value": 0.66');
    expect(accountPanels(dashboard, moved)).toEqual([
      'genwatch-validation panel 4 "Success rate, 24 h": step 0.66 belongs to no threshold',
      'genwatch-validation panel 4 "Success rate, 24 h": step 0.6 is missing',
    ]);
  });
});
