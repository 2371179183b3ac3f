import { platformMetrics } from '../src/catalog/systems/platform/metrics';
import { SOURCE_ERRORS } from '../src/catalog/systems/platform/sourceErrors';
import { createRegistry } from './registry';
import { createSource } from './source';
import { exampleQuery } from './testing/exampleQuery';
import { type Row } from './values';

const silent = { failed: () => undefined, recovered: () => undefined };

/** A registry over one source, at a time and with an answer that the test sets. */
function registryOf() {
  const state: { now: number; row: Row | undefined } = { now: 0, row: undefined };
  const read = async () => {
    if (!state.row) {
      throw new Error('down');
    }
    return { rows: [state.row], at: state.now, durationMs: 250 };
  };
  const clock = () => state.now;
  const source = createSource({ settle: '0s', query: exampleQuery(), read, clock, log: silent });
  const registry = createRegistry({ sources: [source], clock, version: '1.2.3' });
  const series = async () =>
    (await registry.metrics()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return { state, source, series };
}

const SOURCE = '{source="example.orders"}';

const errorSeries = (reason: string, value: number) =>
  `${platformMetrics.sourceError.name}{source="example.orders",reason="${reason}"} ${value}`;

describe('the registry', () => {
  it('has no series for what was never read, not even of a metric without labels', async () => {
    const { source, series } = registryOf();
    expect(await series()).toEqual([
      expect.stringMatching(/^genwatch_exporter_build_info\{version="1\.2\.3",node="v\d/),
    ]);
    await source.refresh();
    expect(await series()).toEqual([
      `${platformMetrics.sourceUp.name}${SOURCE} 0`,
      ...SOURCE_ERRORS.map((reason) => errorSeries(reason, reason === 'other' ? 1 : 0)),
      expect.stringContaining('build_info'),
    ]);
  });

  it('serves zeros that were read, and the age of the moment it is asked', async () => {
    const { state, source, series } = registryOf();
    state.row = { paid: '0', open: '4', largest: '1.5' };
    await source.refresh();
    state.now = 12_500;
    expect(await series()).toEqual([
      'example_orders{state="paid"} 0',
      'example_orders{state="open"} 4',
      'example_order_largest 1.5',
      `${platformMetrics.sourceUp.name}${SOURCE} 1`,
      ...SOURCE_ERRORS.map((reason) => errorSeries(reason, 0)),
      `${platformMetrics.sourceAge.name}${SOURCE} 12.5`,
      `${platformMetrics.sourceDuration.name}${SOURCE} 0.25`,
      expect.stringContaining('build_info'),
    ]);
  });

  it('keeps the values of a source that fails, and says so', async () => {
    const { state, source, series } = registryOf();
    state.row = { paid: '7', open: '4', largest: '1.5' };
    await source.refresh();
    state.now = 60_000;
    state.row = undefined;
    await source.refresh();
    expect(await series()).toEqual(
      expect.arrayContaining([
        'example_orders{state="paid"} 7',
        `${platformMetrics.sourceUp.name}${SOURCE} 0`,
        `${platformMetrics.sourceAge.name}${SOURCE} 60`,
      ])
    );
  });

  it('drops a series whose value became NULL', async () => {
    const { state, source, series } = registryOf();
    state.row = { paid: '7', open: '4', largest: '1.5' };
    await source.refresh();
    await series();
    state.row = { paid: '7', open: null, largest: null };
    await source.refresh();
    expect((await series()).filter((line) => line.startsWith('example_'))).toEqual(['example_orders{state="paid"} 7']);
  });
});
