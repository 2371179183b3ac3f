import { type ClientBase } from 'pg';
import { parseBound, type Bound } from '../../../src/catalog/exact/bound';
import { print } from '../../../src/catalog/exact/decimal';
import { type Catalog } from '../../../src/catalog/catalog';
import { ERROR_KINDS } from '../../simulator/generation/plan/errorKinds';
import { alertNamed, queryWithId } from '../lookup';
import { generationFault, knownKind } from './generationFault';

const ALERT = 'GenerationFailureRateHigh';
/** Mended bugs and the model stay out of it: they have alerts of their own. */
const KINDS = ['SchemaValidationError', 'JsxSyntaxError', 'DependencyResolutionError', 'SandboxError'].map((type) =>
  knownKind(ERROR_KINDS, type)
);

/** A bad deployment: most of what was generated in the last hour failed. */
export const failureBurst = generationFault({
  id: 'failure-burst',
  title: 'most generations fail',
  raises: [{ alert: ALERT, level: 'critical' }],
  kinds: ({ catalog, database }) =>
    database(async (client) => {
      const missing = failuresNeeded(await lastHour(client, catalog), catalog);
      return Array.from({ length: missing }, (_, i) => KINDS[i % KINDS.length]);
    }),
  done: (failures) => `Inserted ${failures} generations that failed within the last minutes.`,
});

interface Counts {
  readonly successes: number;
  readonly failures: number;
}

/** So many that the rate lies half-way between its bound and all, with enough attempts to be judged. */
function failuresNeeded({ successes, failures }: Counts, catalog: Catalog): number {
  const { levels, minimumSample = '5' } = alertNamed(catalog, ALERT).threshold;
  const bound = Number(print(parseBound((levels.critical ?? '> 50') satisfies Bound).value)) / 100;
  const rate = (1 + bound) / 2;
  const wanted = Math.ceil((successes * rate) / (1 - rate));
  return Math.max(0, wanted - failures, Number(minimumSample) - successes - failures);
}

/** As the exporter counts them: by the catalog's own statement, up to now. */
async function lastHour(client: ClientBase, catalog: Catalog): Promise<Counts> {
  const statement = queryWithId(catalog, 'generation.last_hour').sql({
    from: `now() - interval '1 hour'`,
    to: 'now()',
    limit: '1',
  });
  const { rows } = await client.query<Record<keyof Counts, string>>(statement);
  return { successes: Number(rows[0]?.successes ?? 0), failures: Number(rows[0]?.failures ?? 0) };
}
