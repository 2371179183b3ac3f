import { buildCatalog } from '../../src/catalog/catalog';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { SYSTEMS } from '../../src/catalog/systems';
import { shapeSystem } from '../../tests/rules/shapeSystem';
import { emitRules } from '../generate/rules';
import { accountRules } from './accountRules';

const catalog = buildCatalog([...SYSTEMS, shapeSystem], DEFAULT_SETTINGS);
const files = [...emitRules(catalog).values()];
const account = (texts: readonly string[]) => accountRules(catalog.systems, catalog.settings, texts);
const changed = (from: string, to: string) => {
  expect(files.some((text) => text.includes(from))).toBe(true);
  return files.map((text) => text.replace(from, to));
};

describe('accountRules', () => {
  it('finds an owner for every number of every rule', () => {
    expect(account(files)).toEqual([]);
  });

  it('tells of a bound that was edited by hand', () => {
    expect(
      account(changed('validation:chains_fixed:ratio_24h < 0.6', 'validation:chains_fixed:ratio_24h < 0.66'))
    ).toEqual([
      'ValidationSuccessRateLow critical: number 0.66 belongs to nothing in the catalog',
      'ValidationSuccessRateLow critical: its bound 0.6 is not in validation:chains_fixed:ratio_24h < 0.66',
      'validation:light_input:level: number 0.66 belongs to nothing in the catalog',
    ]);
  });

  it("tells of a minimum sample that is not the threshold's", () => {
    expect(account(changed('>= 5)', '>= 6)'))).toContain(
      'validation:chains_fixed:ratio_24h: number 6 belongs to nothing in the catalog'
    );
  });

  it("tells of a bucket that is nobody's bound", () => {
    const wrong = account(changed('le=~"0\\\\.5"', 'le=~"0\\\\.1"'));
    expect(wrong[0]).toBe('ShapesQuantile warning: le 0.1 belongs to nothing in the catalog');
  });

  it('tells of a changed "for" and of a rule that is gone', () => {
    expect(account(changed('for: 15s', 'for: 20s'))).toEqual([
      'GenwatchExporterUnreachable critical: waits 20s, the catalog says 15s',
    ]);
    expect(account(changed('alert: GenwatchWatchdog', 'alert: GenwatchOther'))).toEqual([
      'GenwatchOther info: the catalog has no such alert and level',
      'GenwatchWatchdog info: no rule file has it',
    ]);
  });
});
