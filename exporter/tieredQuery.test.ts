import { DEFAULT_SETTINGS } from '../src/catalog/settings/defaults';
import { exampleQuery, orders } from './testing/exampleQuery';
import { checkQueries, tieredQueries, type TieredQuery } from './tieredQuery';

const fed = (column: string, feed: object): TieredQuery => {
  const query = exampleQuery();
  return {
    ...query,
    tier: { ...query.tier, feeds: { [column]: { metric: orders, labels: { state: 'paid' }, ...feed } } },
  };
};

describe('tieredQueries', () => {
  it('takes every query with a tier, of whatever system', () => {
    const { tier: _, ...plain } = exampleQuery({ id: 'example.list' });
    const system = {
      id: 'example',
      title: '',
      description: '',
      thresholds: [],
      metrics: [],
      alerts: [],
      dashboards: [],
    };
    const systems = [
      { ...system, queries: [plain, exampleQuery()] },
      { ...system, id: 'other', queries: [exampleQuery({ id: 'other.orders' })] },
    ];
    const found = tieredQueries({ settings: DEFAULT_SETTINGS, systems });
    expect(found.map(({ id }) => id)).toEqual(['example.orders', 'other.orders']);
  });
});

describe('checkQueries', () => {
  it('accepts queries that feed different series of one metric', () => {
    expect(() =>
      checkQueries([fed('paid', {}), { ...fed('open', { labels: { state: 'open' } }), id: 'b' }])
    ).not.toThrow();
  });

  it.each([
    ['a column the query does not have', fed('gone', {}), 'column gone of query example.orders is fed'],
    ['a text column', { ...fed('paid', {}), columns: { paid: 'text' as const } }, 'is of type text'],
    [
      'a label too many',
      fed('paid', { labels: { state: 'paid', chat: '1' } }),
      'the labels {chat, state} instead of {state}',
    ],
    [
      'a value that is not on the list of its label',
      fed('paid', { labels: { state: 'ann@example.org' } }),
      'the state "ann@example.org", which is none of paid, open',
    ],
    [
      'a name from a column the query does not have',
      fed('paid', { labels: { state: { column: 'gone' } } }),
      'gone, which is not one of its columns',
    ],
    ['a name from a number', fed('paid', { labels: { state: { column: 'open' } } }), 'open, which is of type integer'],
    [
      'a name that may be anything',
      {
        ...fed('paid', {
          metric: { ...orders, labels: { state: { atMost: 2, of: 'states' } } },
          labels: { state: { column: 'name' } },
        }),
        columns: { paid: 'integer' as const, name: 'text' as const },
      },
      'takes the state of example_orders from name, but the metric does not say what its values are like',
    ],
    ['a counter', fed('paid', { metric: { ...orders, type: 'counter' } }), 'a counter; the exporter serves gauges'],
    ['a metric of the application', fed('paid', { metric: { ...orders, producer: 'application' } }), '"application"'],
  ])('refuses %s', (_, query, message) => {
    expect(() => checkQueries([query])).toThrow(message);
  });

  it('refuses more values of a label than its metric may have, and more sources than their metric may have', () => {
    const bounded = { ...orders, labels: { state: { atMost: 2, of: 'states' } } };
    const states = (count: number) =>
      Array.from({ length: count }, (_, i) => ({
        ...fed('paid', { metric: bounded, labels: { state: `s${i}` } }),
        id: `example.q${i}`,
      }));
    expect(() => checkQueries(states(2))).not.toThrow();
    expect(() => checkQueries(states(3))).toThrow('example_orders has 3 values of state, more than the 2 states');
    expect(() => checkQueries(states(51))).toThrow('has 51 values of source, more than the 50 queries with a tier');
  });

  it('counts every column that tells names as a value of its own', () => {
    const bounded = { ...orders, labels: { state: { atMost: 2, of: 'states', like: '^x$' } } };
    const query = exampleQuery();
    const named = (columns: readonly string[]): TieredQuery => ({
      ...query,
      columns: { paid: 'integer', open: 'integer', largest: 'number', a: 'text', b: 'text', c: 'text' },
      tier: {
        ...query.tier,
        feeds: Object.fromEntries(
          columns.map((column, i) => [
            ['paid', 'open', 'largest'][i] ?? '',
            { metric: bounded, labels: { state: { column } } },
          ])
        ),
      },
    });
    expect(() => checkQueries([named(['a', 'b'])])).not.toThrow();
    expect(() => checkQueries([named(['a', 'b', 'c'])])).toThrow('has 3 values of state, more than the 2 states');
    expect(() => checkQueries([named(['a', 'a'])])).toThrow('is there more than once');
  });

  it('refuses two queries that write the same series, and two of one id', () => {
    expect(() => checkQueries([fed('paid', {}), { ...fed('open', {}), id: 'b' }])).toThrow(
      'series example_orders[["state","paid"]]'
    );
    expect(() => checkQueries([fed('paid', {}), fed('open', { labels: { state: 'open' } })])).toThrow(
      'query example.orders is there'
    );
  });
});
