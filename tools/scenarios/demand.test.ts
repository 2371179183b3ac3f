import { type Alert } from '../../src/catalog/kinds/alert';
import { type System } from '../../src/catalog/kinds/system';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { validation } from '../../src/catalog/systems/validation';
import { missingScenarios } from './demand';
import { type Scenario } from './scenario';

/** The validation system with the success rate judged by a shape of another kind. */
function judgedBy(kind: string): { systems: System[] } {
  const system = validation(DEFAULT_SETTINGS);
  const alert = system.alerts.find(({ name }) => name === 'ValidationSuccessRateLow') as Alert;
  return { systems: [{ ...system, alerts: [{ ...alert, shape: { ...alert.shape, kind } }] }] };
}

const scenario = (...firing: string[]): Scenario => ({
  name: 'made up',
  about: ['ValidationSuccessRateLow'],
  every: '1m',
  series: {},
  looks: [{ at: '1m', firing, because: 'made up' }],
});
const fires = scenario('ValidationSuccessRateLow warning');

describe('missingScenarios', () => {
  it('asks for two stories where a shape has no steady state, such as the first forecast', () => {
    expect(missingScenarios(judgedBy('forecast'), [])).toEqual([
      '0 of 2 scenarios for the shape "forecast" (ValidationSuccessRateLow): write one in tests/rules/scenarios',
    ]);
    expect(missingScenarios(judgedBy('forecast'), [fires])).toEqual([expect.stringMatching(/^1 of 2 /)]);
    expect(missingScenarios(judgedBy('forecast'), [fires, scenario()])).toEqual([]);
  });

  it('asks that the alert fires in one of them', () => {
    expect(missingScenarios(judgedBy('forecast'), [scenario(), scenario()])).toEqual([
      expect.stringMatching(/^no scenario sees an alert fire for the shape "forecast"/),
    ]);
  });

  it('asks for none where the derived cases tell everything', () => {
    expect(missingScenarios(judgedBy('share'), [])).toEqual([]);
  });
});
