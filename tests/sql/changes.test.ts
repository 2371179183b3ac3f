import pino from 'pino';

import { startExporter } from '../../exporter/exporter';
import { exampleQuery } from '../../exporter/testing/exampleQuery';
import { until } from '../../demo/servers/until';
import { readerOf } from '../integration/exporterReader';
import { ownSchema, type OwnSchema } from './ownSchema';

const CHANNEL = `orders_of_${process.pid}`;
const PAID = 'example_orders{state="paid"}';

/** An exporter of a source that is read once an hour, and on every change. */
const exporting = (work: (own: OwnSchema, paid: (count: number) => Promise<void>) => Promise<void>) =>
  ownSchema('changes', async (own) => {
    await own.client.query('CREATE TABLE orders (state text, amount numeric, created_at timestamptz DEFAULT now())');
    const exporter = await startExporter({
      databaseUrl: own.url,
      queries: [exampleQuery({ tier: { every: '1h', refreshOn: CHANNEL } })],
      settle: '0s',
      listen: { host: '127.0.0.1', port: 0 },
      timeouts: { statementMs: 5000, lockMs: 1000 },
      version: 'test',
      log: pino({ level: 'silent' }),
    });
    const reader = readerOf(exporter.url);
    const paid = (count: number) =>
      until(async () => (await reader.value(PAID)) === count, { what: `${count} paid orders`, timeoutMs: 20_000 });
    try {
      await paid(0);
      await work(own, paid);
    } finally {
      await exporter.stop();
    }
  });

const pay = ({ client }: OwnSchema) => client.query("INSERT INTO orders (state) VALUES ('paid')");
const tell = ({ client }: OwnSchema) => client.query(`NOTIFY ${CHANNEL}`);
const LISTENING = `SELECT pid FROM pg_stat_activity WHERE query LIKE 'LISTEN%${CHANNEL}%'`;

const listening = ({ client }: OwnSchema, besides = 0) =>
  until(async () => (await client.query<{ pid: number }>(LISTENING)).rows.some(({ pid }) => pid !== besides), {
    what: 'the exporter listens',
    timeoutMs: 20_000,
  });

describe('an exporter that hears changes', () => {
  it('reads a source soon after its database told a change, long before its tier is due', () =>
    exporting(async (own, paid) => {
      await listening(own);
      await pay(own);
      await tell(own);
      await paid(1);
    }));

  it('listens again when it has lost the connection, and reads what it may have missed', () =>
    exporting(async (own, paid) => {
      await listening(own);
      const { rows } = await own.client.query<{ pid: number }>(LISTENING);
      await pay(own);
      await own.client.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
      await paid(1);
      await listening(own, rows[0]?.pid);
      await pay(own);
      await tell(own);
      await paid(2);
    }));
});
