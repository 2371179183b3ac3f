import { createDataFrame, FieldType, type DataQueryResponse } from '@grafana/data';
import { of, throwError } from 'rxjs';

import { type GenwatchOptions } from '../options';
import { fakeDataSource, POSTGRES, PROMETHEUS, type FakeGrafana } from '../testing/fakeGrafana';

const one = createDataFrame({ fields: [{ name: 'value', type: FieldType.number, values: [1] }] });
const answering = (type: string, response: DataQueryResponse = { data: [one] }) => ({
  type,
  answer: () => of(response),
});
const saying = (message: string) => answering(POSTGRES.type, { data: [], errors: [{ refId: 'test', message }] });

const OPTIONS: GenwatchOptions = {
  postgresUid: 'pg',
  prometheusUid: 'prom',
  exporterUrl: 'http://exporter:9464',
  alertmanagerUrl: 'http://alertmanager:9093',
  consoleUrl: 'http://console:9465',
};
const GRAFANA = {
  sources: { pg: answering(POSTGRES.type), prom: answering(PROMETHEUS.type) },
  documents: {
    'exporter/health': { status: 'ok', sources: [{ source: 'validation.weekly', up: true }] },
    'review/check': { reviews: 'ready' },
    'alertmanager/alerts': [{}, {}],
    'console/alerts': { alerts: [] },
  },
} satisfies FakeGrafana;

const tested = (options: GenwatchOptions = {}, grafana: FakeGrafana = {}) =>
  fakeDataSource({ ...OPTIONS, ...options }, { ...GRAFANA, ...grafana }).datasource.testDatasource();
const without = (path: keyof typeof GRAFANA.documents, refusal: unknown): FakeGrafana => ({
  documents: Object.fromEntries(Object.entries(GRAFANA.documents).filter(([key]) => key !== path)),
  refusals: { [path]: refusal },
});
const document = (path: keyof typeof GRAFANA.documents, content: unknown): FakeGrafana => ({
  documents: { ...GRAFANA.documents, [path]: content },
});
const sources = (changed: FakeGrafana['sources']): FakeGrafana => ({ sources: { ...GRAFANA.sources, ...changed } });

describe('Save & test', () => {
  it('tells what each part does', async () => {
    await expect(tested()).resolves.toEqual({
      status: 'success',
      message: [
        'Settings: the catalog is in order (validation, generation, platform).',
        'PostgreSQL: reads messages.',
        'Prometheus: holds the recorded series.',
        'Exporter: reads 1 source.',
        'Reviews: verdicts on tests can be written.',
        'Alertmanager: answers; active alerts: 2.',
        'Alert console: answers; notifications kept: 0.',
      ].join('\n'),
    });
  });

  it('is content without the addresses that are left out, and names them', async () => {
    const { message } = await tested({ exporterUrl: '', alertmanagerUrl: undefined, consoleUrl: '' });
    expect(message.split('\n').slice(3)).toEqual([
      'Exporter: no address is given, so its queries are not answered.',
      'Reviews: no address of the exporter is given, so nobody can approve or reject tests.',
      'Alertmanager: no address is given, so its queries are not answered.',
      'Alert console: no address is given, so its queries are not answered.',
    ]);
  });

  it.each<[string, unknown, string]>([
    [
      'an exporter without reviews',
      { status: 404, data: { message: 'Reviews are not set up at this exporter. Set …' } },
      'Reviews: Reviews are not set up at this exporter. Set …',
    ],
    [
      'an exporter of an earlier version',
      { status: 404, data: 'There is nothing at this path.' },
      'Reviews: this exporter knows none. Update it to let people review tests.',
    ],
    [
      'a person who may not review',
      { status: 403, data: { message: 'plugin proxy route access denied' } },
      'Reviews: only an Editor may write verdicts, and try whether they are written.',
    ],
  ])('is content with %s, and says so', async (_, refusal, says) => {
    const { message } = await tested({}, without('review/check', refusal));
    expect(message.split('\n').at(-1)).toBe(says);
  });

  it.each<[string, GenwatchOptions, FakeGrafana, string]>([
    [
      'a secret that is missing or wrong',
      {},
      without('review/check', {
        status: 403,
        data: { message: 'The secret of the reviews is missing or wrong. Give …' },
      }),
      'Reviews: The secret of the reviews is missing or wrong. Give …',
    ],
    [
      'a database that takes no verdicts',
      {},
      without('review/check', { status: 503, data: { message: 'The database did not take it (42501). …' } }),
      'Reviews: The database did not take it (42501). …',
    ],
    [
      'reviews that cannot be reached',
      {},
      without('review/check', { status: 502, data: '' }),
      'Reviews: the exporter at http://exporter:9464 cannot be reached from the Grafana server. Check that it runs, and its address.',
    ],
    [
      'another service that takes everything',
      {},
      document('review/check', { ok: true }),
      "Reviews: the answer is not an exporter's. Check the address (exporterUrl).",
    ],
    [
      'no PostgreSQL data source',
      { postgresUid: '' },
      {},
      'PostgreSQL: No PostgreSQL data source is chosen. Choose one in the settings of this data source.',
    ],
    [
      'a PostgreSQL data source that is gone',
      { postgresUid: 'gone' },
      {},
      'PostgreSQL: The PostgreSQL data source "gone" does not exist, or you may not use it. Choose another one, or ask for permission to query it.',
    ],
    [
      'a delegate of another type',
      { postgresUid: 'prom' },
      {},
      'PostgreSQL: The data source "prom" is of type prometheus, not PostgreSQL. Choose another one.',
    ],
    [
      'a missing table',
      {},
      sources({ pg: saying('db query error: pq: relation "messages" does not exist') }),
      'PostgreSQL: The table is not there: give its name in the settings of this data source, or create it. PostgreSQL says: db query error: pq: relation "messages" does not exist',
    ],
    [
      'a missing column',
      {},
      sources({ pg: saying('column "scene_name" does not exist') }),
      'PostgreSQL: A column has another name: give it in the settings of this data source. PostgreSQL says: column "scene_name" does not exist',
    ],
    [
      'a table that may not be read',
      {},
      sources({ pg: saying('permission denied for table messages') }),
      "PostgreSQL: The PostgreSQL data source's user may not read the table: grant it SELECT, as sql/read-only-role.sql does. PostgreSQL says: permission denied for table messages",
    ],
    [
      'a wrong password',
      {},
      sources({ pg: saying('password authentication failed for user "grafana"') }),
      'PostgreSQL: The PostgreSQL data source has the wrong user or password: its own Save & test tells more. PostgreSQL says: password authentication failed for user "grafana"',
    ],
    [
      'a database that is down',
      {},
      sources({ pg: saying('dial tcp 10.0.0.5:5432: connect: connection refused') }),
      'PostgreSQL: The database cannot be reached: the Save & test of the PostgreSQL data source tells more. PostgreSQL says: dial tcp 10.0.0.5:5432: connect: connection refused',
    ],
    [
      'no Prometheus data source',
      { prometheusUid: undefined },
      {},
      'Prometheus: No Prometheus data source is chosen. Choose one in the settings of this data source.',
    ],
    [
      'a Prometheus that is down',
      {},
      sources({ prom: { type: PROMETHEUS.type, answer: () => throwError(() => new Error('bad gateway')) } }),
      'Prometheus: bad gateway',
    ],
    [
      'a Prometheus without the rules',
      {},
      sources({ prom: answering(PROMETHEUS.type, { data: [createDataFrame({ fields: [] })] }) }),
      'Prometheus: holds no recorded series of Genwatch. Load the rule files of rules/ into it, or choose the Prometheus that has them.',
    ],
    [
      'an exporter that is not there',
      {},
      without('exporter/health', { status: 502 }),
      'Exporter: the exporter at http://exporter:9464 cannot be reached from the Grafana server. Check that it runs, and its address.',
    ],
    [
      'an exporter that wants a token',
      {},
      without('exporter/health', { status: 400 }),
      'Exporter: the exporter at http://exporter:9464 refuses the token. Give its bearer token in the settings of this data source.',
    ],
    [
      'another service at the address of the exporter',
      {},
      document('exporter/health', { hello: 'world' }),
      "Exporter: the answer is not an exporter's health. Check the address (exporterUrl).",
    ],
    [
      'an exporter whose source fails',
      {},
      document('exporter/health', {
        sources: [
          { source: 'validation.weekly', up: true },
          { source: 'validation.chains', up: false, failure: { remedy: 'Grant SELECT on the table.' } },
        ],
      }),
      'Exporter: 1 of 2 sources fail. validation.chains: Grant SELECT on the table.',
    ],
    [
      'an Alertmanager that is another service',
      {},
      without('alertmanager/alerts', { status: 404 }),
      'Alertmanager: http://alertmanager:9093 answers, but is not Alertmanager: it has no such document. Check the address.',
    ],
    [
      'a user who may not read a route',
      {},
      without('console/alerts', { status: 403 }),
      'Alert console: You may not read the alert console through this data source. Ask for permission to query it.',
    ],
    [
      'settings that no rule would follow',
      { settings: { thresholds: { 'validation.success_rate': { critical: '90' } } } },
      {},
      'Settings: thresholds.validation.success_rate.critical: critical 90 lies on the wrong side of warning 80: lower is worse here. To mend it: set critical to 80 or lower, or move warning too.',
    ],
  ])('tells of %s', async (_, options, grafana, message) => {
    await expect(tested(options, grafana)).rejects.toThrow(message);
    await tested(options, grafana).catch((error: Error) => expect(error.message.split('\n')).toEqual([message]));
  });

  it('tells of everything that is broken together', async () => {
    await expect(tested({ postgresUid: '', prometheusUid: '' })).rejects.toThrow(
      /^PostgreSQL: No .*\nPrometheus: No .*$/
    );
  });
});
