import { type ClientBase } from 'pg';
import { parseBound } from '../../src/catalog/exact/bound';
import { print } from '../../src/catalog/exact/decimal';
import { seconds, type Duration } from '../../src/catalog/exact/duration';
import { type Catalog } from '../../src/catalog/catalog';
import { type Fault } from './fault';
import { deleteFaultRows, insertFaultRows, type FaultRow } from './faultRows';
import { alertNamed, queryWithId } from './lookup';

const ID = 'generation-failing';
const ALERT = 'ValidationGenerationSuccessLow';
/** How far below the bound the share has to be, so that new scenes do not lift it back at once. */
const CLEARANCE = 0.1;
/** They were asked so many seconds before now: longer ago than the hour in which an answer may still come. */
const SPREAD = { latest: 75 * 60, earliest: 20 * 60 * 60 } as const;

/** Users ask for scenes and get none, by the hundred: each in a chat of its own, without any repair. */
export const generationFailing: Fault = {
  id: ID,
  title: 'scenes that users asked for do not come',
  raises: [{ alert: ALERT, level: 'warning' }],
  async raise({ catalog, database }) {
    const { levels, minimumSample = '1', window = '24h' } = alertNamed(catalog, ALERT).threshold;
    const bound = Number(print(parseBound(levels.warning ?? '< 70').value)) / 100;
    return database(async (client) => {
      const before = await requestCounts(client, catalog, window);
      const wanted = Math.ceil(before.completed / Math.max(bound - CLEARANCE, bound / 2));
      const missing = Math.max(0, wanted - before.ended, Number(minimumSample) - before.ended);
      await insertFaultRows(
        client,
        ID,
        Array.from({ length: missing }, (_, i) => unanswered(i, missing))
      );
      const after = await requestCounts(client, catalog, window);
      return `Inserted ${missing} requests that got no scene: over ${window} the share of those that did was ${inWords(before)}, now it is ${inWords(after)}.`;
    });
  },
  async clear({ catalog, database }) {
    const { window = '24h' } = alertNamed(catalog, ALERT).threshold;
    return database(async (client) => {
      const rows = await deleteFaultRows(client, ID);
      return rows > 0
        ? `Removed the ${rows} requests in vain: over ${window} the share that got a scene is ${inWords(await requestCounts(client, catalog, window))}.`
        : undefined;
    });
  },
};

interface RequestCounts {
  readonly completed: number;
  /** Whatever became of them. */
  readonly ended: number;
}

/** The requests of the last `window`, as the exporter counts them: by the catalog's own statement, up to now. */
async function requestCounts(client: ClientBase, catalog: Catalog, window: Duration): Promise<RequestCounts> {
  const statement = queryWithId(catalog, 'validation.request_summary').sql({
    from: `now() - interval '${seconds(window)} seconds'`,
    to: 'now()',
    limit: '1',
  });
  const { rows } = await client.query<Record<'completed' | 'replaced' | 'unanswered', number>>(statement);
  const { completed = 0, replaced = 0, unanswered: inVain = 0 } = rows[0] ?? {};
  return { completed, ended: completed + replaced + inVain };
}

const inWords = ({ completed, ended }: RequestCounts): string =>
  ended > 0 ? `${((completed / ended) * 100).toFixed(1)} % (${completed} of ${ended})` : 'not defined (no request)';

function unanswered(number: number, of: number): FaultRow {
  const secondsAgo = SPREAD.latest + ((SPREAD.earliest - SPREAD.latest) * number) / of;
  return { chat: number, role: 'user', scene: 'Bar chart race', content: 'create a bar chart race', secondsAgo };
}
