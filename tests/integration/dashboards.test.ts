import { insertFaultRows } from '../../demo/faults/faultRows';
import { freePort } from '../../demo/servers/port';
import { until } from '../../demo/servers/until';
import { type Disturbance } from '../../demo/simulator/application/disturbance';
import { applicationMetrics } from '../../demo/simulator/application/metrics';
import { serveApplication, type ServedApplication } from '../../demo/simulator/application/serve';
import { createPlan } from '../../demo/simulator/plan/plan';
import { seedGenerations } from '../../demo/simulator/generation/seedGenerations';
import { seedHistory } from '../../demo/simulator/seed';
import { seconds, type Duration } from '../../src/catalog/exact/duration';
import { emitDashboards } from '../../tools/generate/dashboards';
import { quickSettings, startAlertChain, type AlertChain } from './alertChain';
import { interpolated, withMacros, type Chosen, type Target } from './grafanaQuery';

// The first run may have to unpack the servers.
jest.setTimeout(120_000);

interface PanelJson {
  readonly title: string;
  readonly timeFrom?: Duration;
  readonly targets: readonly Target[];
}
interface VariableJson {
  readonly name: string;
  readonly type: string;
  readonly query: string;
  readonly allValue?: string;
  readonly current?: { readonly value: string | readonly string[] };
}
interface DashboardJson {
  readonly uid: string;
  readonly panels: ReadonlyArray<{ readonly type: string } & PanelJson>;
  readonly templating: { readonly list: readonly VariableJson[] };
  readonly annotations: { readonly list: ReadonlyArray<{ readonly name: string; readonly expr: string }> };
}

/** Panels without data although the demo has some, and why. */
const EMPTY: Readonly<Record<string, string>> = {
  'genwatch-generation: Firing alerts A': 'the seeded history ends with days in which nothing pages',
  'genwatch-generation: Missed generations, 6 h A': 'there are generations, so none is missed',
  'genwatch-platform: Firing alerts A': 'nothing is wrong with the monitoring itself',
  'genwatch-platform: Rounds left out by rule group A':
    'at the pace of seconds the alert is switched off, and its record with it',
  'genwatch-validation: Growth of the heap A': 'eight hours of history are compared, and the servers are a minute old',
};

const AWKWARD = `It's the "$5" offer, \${scene} \\ 100 %`;
const ATTEMPTS = 5;
const DAYS = 3;
const MESSAGES = 6_000;
/** Enough validations within seconds. */
const BUSY: Disturbance = {
  since: Date.now() - 1000,
  extra: { perMinute: 6_000, slowShare: 0, slowMs: 300, quickMs: 20 },
};
const HOUR_MS = 3_600_000;

/** What a target answers: how many series or rows have a value. */
interface Answer {
  readonly rows: ReadonlyArray<Readonly<Record<string, unknown>>>;
}

describe('the dashboards on the real servers', () => {
  let chain: AlertChain;
  let dashboards: DashboardJson[];
  let application: ServedApplication;

  beforeAll(async () => {
    const listen = `127.0.0.1:${await freePort()}`;
    application = await serveApplication({
      listen,
      metrics: applicationMetrics({ plan: createPlan(), disturbances: () => [BUSY], clock: Date.now }),
      isReady: () => true,
      onError: (error) => {
        throw error;
      },
    });
    const quick = quickSettings();
    chain = await startAlertChain({ ...quick, targets: { ...quick.targets, application: [listen] } }, '1s');
    await chain.database(async (client) => {
      await seedHistory(client, { days: DAYS, messages: MESSAGES });
      await seedGenerations(client, { days: DAYS });
      await insertFaultRows(
        client,
        'awkward',
        Array.from({ length: ATTEMPTS }, (_, i) => ({
          chat: 1,
          role: 'assistant' as const,
          content: 'Fixing it: x is not defined',
          scene: AWKWARD,
          secondsAgo: 3_000 - i * 20,
        }))
      );
    });
    await chain.database((client) =>
      client.query("INSERT INTO messages (chat_id, role, content) VALUES ('fault-unnamed-1', 'assistant', 'Fixing it')")
    );
    dashboards = [...emitDashboards(chain.catalog).values()].map((json) => JSON.parse(json) as DashboardJson);
    await until(
      async () => (await chain.value('count(ALERTS{alertname="ValidationAttemptLimit", alertstate="firing"})')) === 1,
      {
        what: 'the chain past its limit fires',
        timeoutMs: 30_000,
      }
    );
    await until(
      async () =>
        (await chain.value('validation:light:level')) !== undefined &&
        (await chain.value('validation:slow_validations:ratio_1h')) !== undefined &&
        // What Prometheus and Alertmanager count of themselves grows from the second scrape of each on.
        (await chain.value(
          'count(count by (__name__) ({__name__=~"platform:(rule_failures|alertmanager_errors|alerts_dropped|notifications_failed):increase_5m"}))'
        )) === 4,
      {
        what: 'the light shows, enough is validated, and Prometheus has scraped itself and Alertmanager twice',
        timeoutMs: 30_000,
      }
    );
  });
  afterAll(async () => {
    await chain?.close();
    await application?.close();
  });

  const panels = () =>
    dashboards.flatMap(({ uid, panels: all, templating }) =>
      all
        .filter(({ type }) => type !== 'row')
        .flatMap((panel) =>
          panel.targets.map((target) => ({
            name: `${uid}: ${panel.title} ${target.refId}`,
            panel,
            target,
            variables: templating.list,
          }))
        )
    );

  /** What is chosen when a dashboard is opened, and what a person changed. */
  const chosen = (variables: readonly VariableJson[], changes: Chosen = {}): Chosen => ({
    ...Object.fromEntries(
      variables.flatMap(({ name, type, current, allValue }) => {
        const value = current?.value;
        if (type === 'datasource' || value === undefined) {
          return [];
        }
        return [[name, allValue !== undefined && [value].flat().includes('$__all') ? { allValue } : value]];
      })
    ),
    ...changes,
  });

  const ask = async (target: Target, values: Chosen, timeFrom: Duration = '24h'): Promise<Answer> => {
    const to = new Date();
    const range = { from: new Date(to.getTime() - seconds(timeFrom) * 1000), to };
    return target.rawSql === undefined
      ? { rows: await askPrometheus(interpolated(target.expr ?? '', values), target.instant === true) }
      : { rows: await askPostgres(withMacros(interpolated(target.rawSql, values), range)) };
  };

  const askPostgres = (sql: string) =>
    chain.database(async (client) => {
      await client.query('SET ROLE genwatch_reader');
      return (await client.query<Record<string, unknown>>(sql)).rows;
    });

  const askPrometheus = async (query: string, instant: boolean): Promise<Array<Record<string, unknown>>> => {
    const now = Date.now() / 1000;
    const parameters = new URLSearchParams({ query });
    if (!instant) {
      Object.entries({ start: now - 300, end: now, step: 15 }).forEach(([name, value]) =>
        parameters.set(name, String(value))
      );
    }
    const response = await fetch(`${chain.prometheusUrl}/api/v1/query${instant ? '' : '_range'}?${parameters}`);
    const body = (await response.json()) as {
      error?: string;
      data?: { result: Array<{ metric: Record<string, string> }> };
    };
    if (!body.data) {
      throw new Error(`${query}: ${body.error}`);
    }
    return body.data.result.map((series) => ({ ...series.metric, series }));
  };

  /** Whether there is anything to draw: the time alone is nothing. */
  const isEmpty = ({ rows }: Answer) =>
    !rows.some((row) => Object.entries(row).some(([column, value]) => column !== 'time' && value !== null));

  it('are those of the catalog', () => {
    expect(dashboards.map(({ uid }) => uid).sort()).toEqual([
      'genwatch-generation',
      'genwatch-platform',
      'genwatch-validation',
    ]);
  });

  it('have data in every panel as they open, but where there is a reason', async () => {
    const empty: string[] = [];
    for (const { name, panel, target, variables } of panels()) {
      if (isEmpty(await ask(target, chosen(variables), panel.timeFrom))) {
        empty.push(name);
      }
    }
    expect(empty.sort()).toEqual(Object.keys(EMPTY).sort());
  });

  it('fill every variable, among the scenes one with quotes and those without a name', async () => {
    for (const { templating } of dashboards) {
      for (const variable of templating.list.filter(({ type }) => type === 'query')) {
        const { rows } = await ask({ refId: 'A', rawSql: variable.query }, {});
        expect(rows).toEqual(expect.arrayContaining([{ scene: AWKWARD }, { scene: '(no scene name)' }]));
      }
    }
  });

  it.each([
    ['one scene, whatever is in its name', [AWKWARD], [ATTEMPTS, ATTEMPTS, 1, 1]],
    ['several scenes', [AWKWARD, 'there is no such scene'], [ATTEMPTS, ATTEMPTS, 1, 1]],
    ['a scene that is not there', ['there is no such scene'], [0, 0, 0, 0]],
  ])('answer for %s', async (_, scene, expected) => {
    const answers: Record<string, Answer> = {};
    for (const { panel, target, variables } of panels().filter(({ target: { rawSql } }) =>
      rawSql?.includes('${scene')
    )) {
      answers[panel.title] = await ask(target, chosen(variables, { scene }));
    }
    const sum = (title: string, column: string) =>
      (answers[title]?.rows ?? []).reduce((total, row) => total + Number(row[column] ?? 0), 0);
    expect([
      sum('Repair attempts per ${step}', 'attempts'),
      sum('Error patterns', 'occurrences'),
      sum('Attempts per chain', 'over_limit'),
      answers['Chains over the limit']?.rows.length,
    ]).toEqual(expected);
    expect(sum('Attempts per chain', 'within_limit')).toBe(0);
  });

  it('count the same attempts at all scenes whatever the interval', async () => {
    const [found] = panels().filter(({ panel }) => panel.title === 'Repair attempts per ${step}');
    const perStep: Record<string, number> = {};
    for (const step of ['15m', '1h', '6h']) {
      // Whole buckets of all three lie between these instants.
      const to = new Date(Math.floor(Date.now() / (6 * HOUR_MS)) * 6 * HOUR_MS);
      const range = { from: new Date(to.getTime() - 24 * HOUR_MS), to };
      const rows = await askPostgres(
        withMacros(interpolated(found?.target.rawSql ?? '', chosen(found?.variables ?? [], { step })), range)
      );
      expect(rows).toHaveLength(86_400 / seconds(step as Duration));
      perStep[step] = rows.reduce((total, { attempts }) => total + Number(attempts), 0);
    }
    expect(new Set(Object.values(perStep)).size).toBe(1);
    expect(perStep['1h']).toBeGreaterThan(0);
  });

  it('have values for every window they offer', async () => {
    for (const { name, target, variables } of panels().filter(({ target: { expr } }) => expr?.includes('$window'))) {
      const windows = variables.find((variable) => variable.name === 'window')?.query.split(',') ?? [];
      expect(windows.length).toBeGreaterThan(1);
      for (const window of windows) {
        expect([name, window, isEmpty(await ask(target, chosen(variables, { window })))]).toEqual([
          name,
          window,
          false,
        ]);
      }
    }
  });

  it('mark on their panels what fires, each of its own system', async () => {
    const marked: Record<string, unknown[]> = {};
    for (const { uid, annotations } of dashboards) {
      for (const { expr } of annotations.list) {
        marked[uid] = (await askPrometheus(expr, false)).map(({ alertname }) => alertname);
      }
    }
    expect(marked['genwatch-platform']).toEqual([]);
    expect(marked['genwatch-generation']).not.toContain('ValidationAttemptLimit');
    expect(marked['genwatch-validation']).toContain('ValidationAttemptLimit');
  });
});
