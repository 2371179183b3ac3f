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
    ['a counter', fed('paid', { metric: { ...orders, type: 'counter' } }), 'a counter; the exporter serves gauges'],
    ['a metric of the application', fed('paid', { metric: { ...orders, producer: 'application' } }), '"application"'],
  ])('refuses %s', (_, query, message) => {
    expect(() => checkQueries([query])).toThrow(message);
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
