import { decimal, print } from '../exact/decimal';
import { type Metric } from '../kinds/metric';
import { selecting } from '../kinds/selector';
import { own } from '../kinds/source';
import { DEFAULT_SETTINGS } from '../settings/defaults';
import { fixtureSystem } from '../settings/fixtureSystem';
import { type Measured } from './measured';
import { overBaseline } from './overBaseline';
import { type Series } from './series';
import { without } from './without';

const { alerts } = fixtureSystem(DEFAULT_SETTINGS);

function shapeOf(name: string) {
  const shape = alerts.find((alert) => alert.name === name)?.shape;
  if (!shape) {
    throw new Error(`The fixture has no alert ${name}`);
  }
  return shape;
}

const metric = (name: string): Metric => ({
  name,
  type: 'gauge',
  help: '',
  producer: 'exporter',
  labels: {},
  source: own('made up'),
});
const select = selecting(DEFAULT_SETTINGS);
const [current, baseline, history] = [select(metric('now')), select(metric('usual')), select(metric('past_seconds'))];
const surge = overBaseline('surge', { current, baseline, history, floor: '10', from: '24h' });
const silence = without('silence', { traffic: current, events: baseline });

const now = (series: readonly Series[]): Measured[] =>
  series.map(({ name, labels, phases }) => ({
    name,
    labels,
    value: Number(print(phases.at(-1)?.value ?? decimal('0'))),
  }));

describe('a shape evaluated without Prometheus', () => {
  it.each([
    ['FixtureSuccessRateLow', '0.6'],
    ['FixtureSuccessRateLow', '0'],
    ['FixtureSuccessRateLow', '1'],
    ['FixtureAttempts', '4'],
  ])('of %s gives back the value it was driven to: %s', (name, value) => {
    const shape = shapeOf(name);
    const found = shape.evaluate?.(now(shape.drive(decimal(value), 60)));
    expect(found?.map((measured) => measured.value)).toEqual([Number(value)]);
  });

  it.each(['FixtureSuccessRateLow'])('of %s sees at its edges what the rules see', (name) => {
    const shape = shapeOf(name);
    const bound = { operator: '<', value: decimal('0.6') } as const;
    const edges = shape.edges({ bound, worst: decimal('0.2'), healthy: decimal('1') }, 60);
    expect(edges.length).toBeGreaterThan(5);
    for (const edge of edges) {
      const found = shape.evaluate?.(now(edge.series)).map(({ value }) => value);
      expect([edge.name, found]).toEqual([edge.name, edge.value ? [Number(print(edge.value))] : []]);
    }
  });

  it.each([[surge], [silence]])('of $kind sees at its edges what the rules see', (shape) => {
    const bound = { operator: '>', value: decimal('2') } as const;
    const edges = shape.edges({ bound, worst: decimal('6'), healthy: decimal('0') }, 60);
    // What ends, and what is of another installation, only Prometheus can tell.
    const present = edges.filter(({ step, name: what }) => step === undefined && !what.includes('installation'));
    expect(present.length).toBeGreaterThan(8);
    for (const edge of present) {
      const found = shape.evaluate?.(now(edge.series)).map(({ value }) => value);
      expect([edge.name, found]).toEqual([edge.name, edge.value ? [Number(print(edge.value))] : []]);
    }
  });

  it('keeps groups apart, takes the worst of replicas, and leaves other series out', () => {
    const shape = shapeOf('FixtureAttempts');
    const measured = (scene: string, instance: string, value: number): Measured => ({
      name: 'fixture_attempts',
      labels: { scene, instance },
      value,
    });
    const found = shape.evaluate?.([
      measured('named', 'a', 2),
      measured('named', 'b', 3),
      measured('unnamed', 'a', 9),
      { ...measured('named', 'a', 99), name: 'another' },
    ]);
    expect(found?.map(({ labels, value }) => [labels, value])).toEqual([
      [{ scene: 'named' }, 3],
      [{ scene: 'unnamed' }, 9],
    ]);
  });

  it('is not offered where history is needed', () => {
    expect(shapeOf('FixtureSlow').evaluate).toBeUndefined();
  });
});
