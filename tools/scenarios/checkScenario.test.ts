import { buildCatalog } from '../../src/catalog/catalog';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { SYSTEMS } from '../../src/catalog/systems';
import { checkScenario } from './checkScenario';
import { type Scenario } from './scenario';

const catalog = buildCatalog(SYSTEMS, DEFAULT_SETTINGS);
const chains = 'genwatch_validation_chain_attempts_max{job="genwatch-exporter", scene="named", window="24h"}';

const aScenario = (changes: Partial<Scenario> = {}): Scenario => ({
  name: 'a story',
  about: ['ValidationAttemptLimit'],
  every: '1m',
  series: { [chains]: '5 for 10m' },
  looks: [{ at: '5m', firing: ['ValidationAttemptLimit critical'], because: 'five are too many' }],
  ...changes,
});
const looking = (at: Scenario['looks'][0]['at'], ...firing: string[]): Partial<Scenario> => ({
  looks: [{ at, firing, because: 'made up' }],
});

describe('checkScenario', () => {
  it('has nothing to say about what the catalog knows', () => {
    expect(checkScenario(aScenario(), catalog)).toEqual([]);
  });

  // promtool would take each of these for "nothing fires".
  it.each<[string, Partial<Scenario>, string]>([
    [
      'a misspelt alert',
      { about: ['ValidationAtemptLimit'], ...looking('5m') },
      'a story: there is no alert "ValidationAtemptLimit": did you mean "ValidationAttemptLimit"?',
    ],
    [
      'an alert that it is not about',
      looking('5m', 'GenwatchWatchdog info'),
      'a story: "GenwatchWatchdog info" fires, but the scenario is not about GenwatchWatchdog',
    ],
    [
      'a level that the alert does not have',
      looking('5m', 'ValidationAttemptLimit warning'),
      'a story: ValidationAttemptLimit has no level "warning"',
    ],
    [
      'a label that the alert does not keep',
      looking('5m', 'ValidationAttemptLimit critical scene=named'),
      'a story: "ValidationAttemptLimit critical scene=named" names other labels than ValidationAttemptLimit keeps (none)',
    ],
    [
      'a look between two evaluations',
      looking('90s'),
      'a story: nothing is evaluated at 90s: look at multiples of 60 s',
    ],
    [
      'a look past the end of a series',
      looking('10m'),
      `a story: ${chains} ends before the look at 10m: say how it goes on, or "gone for …"`,
    ],
    [
      'a series that no system reads',
      { series: { 'genwatch_validation_chain{job="genwatch-exporter"}': '5 for 10m' } },
      'a story: no system reads the series "genwatch_validation_chain": did you mean "genwatch_validation_chains"?',
    ],
    [
      'a label that the series does not have',
      { series: { [chains.replace('scene', 'scenes')]: '5 for 10m' } },
      'a story: genwatch_validation_chain_attempts_max has no label "scenes": did you mean "scene"?',
    ],
    [
      'a value that the label does not have',
      { series: { [chains.replace('"24h"', '"24"')]: '5 for 10m' } },
      'a story: genwatch_validation_chain_attempts_max has no window "24": did you mean "24h"?',
    ],
    ['a course that cannot be read', { series: { [chains]: '5 for ever' } }, `a story: ${chains}: "5 for ever" is no`],
  ])('refuses %s', (_, changes, problem) => {
    expect(checkScenario(aScenario(changes), catalog)).toEqual([expect.stringContaining(problem)]);
  });
});
