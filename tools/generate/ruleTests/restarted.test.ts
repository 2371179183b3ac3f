import { decimal } from '../../../src/catalog/exact/decimal';
import { notation, type Series } from '../../../src/catalog/shapes/series';
import { restarted } from './restarted';

const series = (kind: Series['kind'], value: string): Series => ({
  name: 'x',
  labels: {},
  kind,
  phases: [{ value: decimal(value) }],
});

describe('restarted', () => {
  it('lets a counter fall back to what it grew since its restart', () => {
    const [counter] = restarted([series('counter', '10')], 4);
    expect(counter && notation(counter, 3)).toBe('0+10x3 40-30x0 10+10x2');
  });

  it('leaves gauges alone, and has no case where nothing grows', () => {
    expect(restarted([series('counter', '10'), series('gauge', '7')], 4)[1]).toEqual(series('gauge', '7'));
    expect(restarted([series('counter', '0'), series('gauge', '7')], 4)).toEqual([]);
  });
});
