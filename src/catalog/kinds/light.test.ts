import { DEFAULT_SETTINGS } from '../settings/defaults';
import { fixtureSystem } from '../settings/fixtureSystem';
import { checkLight, light, lightExpression, lightInputExpression, type LightInput } from './light';
import { own } from './source';

const source = own('a fixture');
const { alerts, thresholds } = fixtureSystem(DEFAULT_SETTINGS);
const inputOf = (name: string): LightInput => {
  const alert = alerts.find((one) => one.name === name);
  if (!alert) {
    throw new Error(`the fixture has no alert ${name}`);
  }
  return {
    id: `fixture.light.${name}`,
    name,
    threshold: alert.threshold,
    shape: alert.shape,
    required: true,
    sources: {},
  };
};
const rate = inputOf('FixtureSuccessRateLow');
const latency = inputOf('FixtureSlow');
const messages = (inputs: Record<string, LightInput>, listed = thresholds) =>
  checkLight(light('fixture', 'A fixture', source, inputs), listed).map(({ message }) => message);

describe('a light', () => {
  it('asks for the worst colour first, and tells an input without data', () => {
    expect(lightInputExpression(rate)).toBe(
      '2 * group(fixture:chains_fixed:ratio_24h < 0.6) or group(fixture:chains_fixed:ratio_24h < 0.8)' +
        ' or group(fixture:chains_fixed:ratio_24h) - 1 or vector(-1)'
    );
  });

  it('is there while every required input has data', () => {
    const two = light('fixture', 'A fixture', source, { rate, spare: { ...rate, required: false }, loops: rate });
    expect(lightExpression(two)).toBe(
      'max(fixture:light_input:level) and on () (min(fixture:light_input:level{input=~"rate|loops"}) >= 0)'
    );
  });
});

describe('a light is refused', () => {
  it('when it requires nothing', () => {
    expect(messages({ rate: { ...rate, required: false } })).toEqual([
      'fixture.light requires none of its inputs, so it is green without any data',
    ]);
  });

  it('when an input takes the name of the alerts', () => {
    expect(messages({ alerts: rate })).toEqual(['fixture.light.alerts is the name of the firing alerts']);
  });

  it("when a threshold is not the system's", () => {
    expect(messages({ rate }, [])).toEqual([
      'the threshold fixture.success_rate of fixture.light.rate is not of its system',
    ]);
  });

  it('when nothing colours an input', () => {
    const plain = { ...rate, threshold: { ...rate.threshold, levels: { target: '>= 80' as const } } };
    expect(messages({ rate: plain })).toEqual([
      'fixture.light.rate has no warning and no critical level, so it is always green',
    ]);
  });

  it('when a record is not what its threshold judges', () => {
    expect(messages({ latency })).toEqual(['the record of fixture.light.latency is not what its threshold judges']);
  });
});
