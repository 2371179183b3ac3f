import { decimal, ONE, ZERO } from '../exact/decimal';
import { metrics } from '../kinds/metric';
import { selecting } from '../kinds/selector';
import { own } from '../kinds/source';
import { DEFAULT_SETTINGS } from '../settings/defaults';
import { growth } from './growth';
import { increase } from './increase';
import { overBaseline } from './overBaseline';
import { quantile } from './quantile';
import { rateShare } from './rateShare';
import { counter, gauge, notation } from './series';
import { share } from './share';
import { without } from './without';

// That the shapes measure what they say is proven with promtool, see tests/rules. Here: what they refuse, and notation.

const source = own('made up');
const m = metrics({
  chains: {
    name: 'chains',
    type: 'gauge',
    help: '',
    producer: 'exporter',
    labels: { outcome: ['good', 'bad'] },
    source,
  },
  requests: {
    name: 'requests_total',
    type: 'counter',
    help: '',
    producer: 'application',
    labels: { status: ['2xx', '5xx'] },
    source,
  },
  time: {
    name: 'time_seconds',
    type: 'histogram',
    help: '',
    producer: 'application',
    labels: {},
    buckets: ['0.5', '1'],
    source,
  },
});
const select = selecting(DEFAULT_SETTINGS);

describe('shapes', () => {
  it('a share needs a part that is smaller than its whole', () => {
    const whole = select(m.chains, { outcome: ['good', 'bad'] });
    expect(() => share('r', { label: 'outcome', part: whole, whole, minimum: '5' })).toThrow(
      'r: the part\'s values of "outcome" must be some but not all of the whole\'s'
    );
  });

  it('a share of rates needs a label that tells the part from the rest', () => {
    const whole = select(m.requests);
    expect(() => rateShare('r', whole, whole, '5m')).toThrow('r: the part must match a label of closed values');
  });

  it('a quantile can only be judged upwards and at a bucket', () => {
    const shape = quantile('r', '0.95', select(m.time), '5m');
    expect(shape.breach({ operator: '>', value: decimal('0.5') })).toBe('max(r{le=~"0\\\\.5"}) < 0.95');
    expect(shape.breach({ operator: '>', value: decimal('1') })).toBe('max(r{le=~"1(\\\\.0)?"}) < 0.95');
    expect(() => shape.breach({ operator: '>', value: decimal('0.7') })).toThrow(
      'r: time_seconds has no bucket at 0.7; there are 0.5, 1'
    );
    expect(() => shape.breach({ operator: '<', value: decimal('1') })).toThrow(
      'r: a quantile can only be judged as "> bound"'
    );
  });

  it('an increase can only be judged upwards', () => {
    const shape = increase('r', select(m.requests), '5m', { by: ['status'] });
    expect(shape.expr).toBe('round(sum by (status) (increase(requests_total{job="codegen"}[5m])))');
    expect(shape.breach({ operator: '>', value: decimal('0') })).toBe('r > 0');
    expect(() => shape.breach({ operator: '<', value: decimal('1') })).toThrow(
      'r: an increase can only be judged as "> bound" or ">= bound", not "<"'
    );
  });

  it.each([
    [
      overBaseline('r', {
        current: select(m.chains, { outcome: 'bad' }),
        baseline: select(m.chains, { outcome: 'good' }),
        history: select(m.chains, { outcome: 'good' }),
        floor: '10',
        from: '24h',
      }),
    ],
    [without('r', { traffic: select(m.chains, { outcome: 'bad' }), events: select(m.chains, { outcome: 'good' }) })],
  ])('$kind can only be judged upwards', (shape) => {
    expect(shape.breach({ operator: '>=', value: decimal('2') })).toBe('r >= 2');
    expect(() => shape.breach({ operator: '<', value: decimal('2') })).toThrow(/^r: .*not "<"/);
  });

  it('writes gauges and counters in the notation of promtool', () => {
    const selector = select(m.chains, { outcome: 'good' });
    expect(notation(gauge(selector, decimal('0.6')), 4)).toBe('0.6+0x3');
    expect(notation(counter(selector, decimal('10')), 4)).toBe('0+10x3');
    const changing = {
      ...counter(selector, decimal('10')),
      phases: [{ value: decimal('10'), steps: 3 }, { value: decimal('1') }],
    };
    expect(notation(changing, 4)).toBe('0+10x2 30+1x3');
  });

  it('writes stretches without samples', () => {
    const selector = select(m.chains, { outcome: 'good' });
    const late = {
      ...gauge(selector, ONE),
      phases: [{ value: ZERO, steps: 3, missing: true as const }, { value: ONE }],
    };
    expect(notation(late, 4)).toBe('_x3 1+0x3');
  });

  it('growth compares hours that lie apart, and looks seldom enough', () => {
    const shape = growth('r', select(m.chains, { outcome: 'good' }), {
      window: '1h',
      apart: 6,
      periods: 2,
      restarts: select(m.time),
    });
    expect(shape.expr).toContain('[1h] offset 6h');
    expect(shape.breach({ operator: '>=', value: decimal('1.2') })).toBe(
      'r >= 1.2 and on (instance) (r offset 6h >= 1.2)'
    );
    // Prometheus forgets a record after 5 minutes.
    expect(shape.pace).toBe('2m');
    expect(shape.warmup).toBe('14h');
  });
});
