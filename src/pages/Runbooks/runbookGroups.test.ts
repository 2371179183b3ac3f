import { buildCatalog } from '../../catalog/catalog';
import { DEFAULT_SETTINGS } from '../../catalog/settings/defaults';
import { SYSTEMS } from '../../catalog/systems';
import { runbookGroups } from './runbookGroups';

const catalog = buildCatalog(SYSTEMS, DEFAULT_SETTINGS);
const found = (search: string) =>
  runbookGroups(catalog, search).map(({ system, alerts }) => `${system}: ${alerts.map(({ name }) => name).join(' ')}`);

describe('runbooks by system', () => {
  it('are those of every alert without a search', () => {
    expect(runbookGroups(catalog, ' ').flatMap(({ alerts }) => alerts)).toEqual(
      catalog.systems.flatMap(({ alerts }) => alerts)
    );
  });

  it('are found by words of the summary and of the first steps, whatever their case', () => {
    expect(found('SOURCE exporter CANNOT')).toEqual(['Platform: GenwatchSourceFailing']);
    expect(found('list of offenders')).toEqual(['Code validation: ValidationAttemptLimit']);
  });

  it('leave systems out that have none', () => {
    expect(found('no such words')).toEqual([]);
  });
});
