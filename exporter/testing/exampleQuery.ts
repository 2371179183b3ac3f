import { type Metric } from '../../src/catalog/kinds/metric';
import { own } from '../../src/catalog/kinds/source';
import { type TieredQuery } from '../tieredQuery';

/** Orders by how they ended: a system that the product does not have, since the exporter knows none. */
export const orders: Metric = {
  name: 'example_orders',
  type: 'gauge',
  help: 'Orders of the window',
  producer: 'exporter',
  labels: { state: ['paid', 'open'] },
  source: own('for tests'),
};

/** A metric without labels. */
export const largest: Metric = { ...orders, name: 'example_order_largest', help: 'Largest order', labels: {} };

/** A query with one column per kind of value; tests change what they are about. */
export function exampleQuery(
  changes: Partial<Omit<TieredQuery, 'tier'>> & { readonly tier?: Partial<TieredQuery['tier']> } = {}
): TieredQuery {
  return {
    id: 'example.orders',
    title: 'Orders',
    columns: { paid: 'integer', open: 'integer', largest: 'number' },
    sql: ({ from, to }) =>
      `SELECT count(*) FILTER (WHERE state = 'paid') AS paid, count(*) FILTER (WHERE state = 'open') AS open, max(amount) AS largest FROM orders WHERE created_at >= ${from} AND created_at < ${to}`,
    source: own('for tests'),
    ...changes,
    tier: {
      window: '24h',
      every: '15s',
      feeds: {
        paid: { metric: orders, labels: { state: 'paid' } },
        open: { metric: orders, labels: { state: 'open' } },
        largest: { metric: largest, labels: {} },
      },
      ...changes.tier,
    },
  };
}
