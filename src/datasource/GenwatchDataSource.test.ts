import { createDataFrame, FieldType, LoadingState, type DataQueryResponse } from '@grafana/data';
import { lastValueFrom, NEVER, of, Subject, throwError, toArray } from 'rxjs';

import { fakeDataSource, POSTGRES, PROMETHEUS, requestOf, type FakeGrafana } from './testing/fakeGrafana';

const rows = (refId: string, ...values: number[]): DataQueryResponse => ({
  data: [createDataFrame({ refId, fields: [{ name: 'value', type: FieldType.number, values }] })],
});
const OPTIONS = {
  postgresUid: 'pg',
  prometheusUid: 'prom',
  exporterUrl: 'http://exporter',
  alertmanagerUrl: 'http://alertmanager',
};
const BOTH: FakeGrafana = {
  sources: {
    pg: { type: POSTGRES.type, answer: () => of(rows('A', 1)) },
    prom: { type: PROMETHEUS.type, answer: () => of(rows('B', 2)) },
  },
};

describe('the data source', () => {
  it('hands a statement with its macros and the range on to PostgreSQL', async () => {
    const { datasource, asked } = fakeDataSource(OPTIONS, BOTH);
    await lastValueFrom(
      datasource.query(requestOf({ kind: 'catalog', statement: 'validation.offenders', limit: '7' }))
    );
    expect(asked).toHaveLength(1);
    const [{ request, uid }] = asked as [(typeof asked)[number]];
    expect(uid).toBe('pg');
    expect(request.requestId).toBe('Q1-postgres');
    expect(request.range.from.toISOString()).toBe('2026-03-01T06:00:00.000Z');
    const target = Object(request.targets[0]) as Record<string, unknown>;
    expect(target).toMatchObject({ refId: 'A', format: 'table', rawQuery: true });
    expect(target['rawSql']).toContain('$__timeFrom()');
    expect(target['rawSql']).toMatch(/LIMIT 7$/);
    // Grafana would look that data source up instead of the one it hands the query to.
    expect(target).not.toHaveProperty('datasource');
  });

  it('writes chosen scenes as constants in which nothing is expanded again, and the interval in words', async () => {
    const { datasource, asked } = fakeDataSource(OPTIONS, BOTH);
    const scenes = ["It's $b", '[[x]]'];
    await lastValueFrom(
      datasource.query(
        requestOf({ kind: 'catalog', statement: 'validation.attempts_over_time', scenes, step: ' 15m ' })
      )
    );
    const { rawSql } = Object(asked[0]?.request.targets[0]) as { rawSql: string };
    expect(rawSql).toContain(String.raw`IN (E'It''s \x24b', E'\x5b[x]]')`);
    expect(rawSql).toContain("CAST('15 minutes' AS interval)");
    expect(rawSql).not.toMatch(/\$b|\[\[/);
  });

  it('writes the subject as a constant in which nothing is expanded again, and none where the field is empty', async () => {
    const { datasource, asked } = fakeDataSource(OPTIONS, BOTH);
    const statement = 'generation.failure_occurrences';
    await lastValueFrom(
      datasource.query(
        requestOf({ kind: 'catalog', statement, subject: "it's $b" }, { kind: 'catalog', statement, subject: '' })
      )
    );
    const [chosen, every] = (asked[0]?.request.targets ?? []).map((target) => Object(target).rawSql as string);
    expect(chosen).toContain(String.raw`fingerprint = E'it''s \x24b'`);
    expect(every).not.toContain('fingerprint =');
  });

  it('asks each delegate once, and puts what comes together', async () => {
    const { datasource, asked } = fakeDataSource(OPTIONS, BOTH);
    const answer = await lastValueFrom(
      datasource.query(
        requestOf(
          { kind: 'catalog', statement: 'validation.offenders' },
          { kind: 'metric', series: 'validation:light:level' },
          { kind: 'catalog', statement: 'validation.weekly' }
        )
      )
    );
    expect(asked.map(({ uid, request }) => [uid, request.targets.map(({ refId }) => refId)])).toEqual([
      ['pg', ['A', 'C']],
      ['prom', ['B']],
    ]);
    expect(answer.state).toBe(LoadingState.Done);
    expect(answer.data.map(({ refId }) => refId)).toEqual(['A', 'B']);
  });

  it('shows what came while the rest still runs', async () => {
    const slow = new Subject<DataQueryResponse>();
    const { datasource } = fakeDataSource(OPTIONS, {
      sources: { ...BOTH.sources, prom: { type: PROMETHEUS.type, answer: () => slow } },
    });
    const seen: DataQueryResponse[] = [];
    const subscription = datasource
      .query(
        requestOf(
          { kind: 'catalog', statement: 'validation.weekly' },
          { kind: 'metric', series: 'validation:light:level' }
        )
      )
      .subscribe((answer) => seen.push(answer));
    await new Promise(process.nextTick);
    expect(seen.at(-1)?.data).toHaveLength(1);
    expect(seen.at(-1)?.state).toBe(LoadingState.Loading);
    slow.next(rows('B', 2));
    slow.complete();
    expect(seen.at(-1)?.data).toHaveLength(2);
    // Grafana replaces an answer only by one of the same key.
    expect(new Set(seen.map(({ key }) => key))).toEqual(new Set(['genwatch']));
    expect(seen.at(-1)?.state).toBe(LoadingState.Done);
    subscription.unsubscribe();
  });

  it('lets a query fail alone', async () => {
    const { datasource } = fakeDataSource(OPTIONS, {
      sources: { ...BOTH.sources, prom: { type: PROMETHEUS.type, answer: () => throwError(() => new Error('gone')) } },
    });
    const answer = await lastValueFrom(
      datasource.query(
        requestOf(
          { kind: 'catalog', statement: 'validation.weekly' },
          { kind: 'metric', series: 'validation:light:level' },
          { kind: 'catalog', statement: 'validation.weekyl' },
          { kind: 'catalog', statement: 'validation.weekly', limit: '1; DROP TABLE messages' },
          { kind: 'catalog', statement: 'validation.weekly', step: "1'; DROP" }
        )
      )
    );
    expect(answer.state).toBe(LoadingState.Error);
    expect(answer.data).toHaveLength(1);
    expect(answer.errors).toEqual([
      { refId: 'B', message: 'gone' },
      { refId: 'C', message: 'The catalog has no query "validation.weekyl". Choose one of the list.' },
      {
        refId: 'D',
        message: '"1; DROP TABLE messages" is no limit of rows. Write a whole number from 1 to 10000.',
      },
      { refId: 'E', message: `"1'; DROP" is no interval. Write a number and s, m, h or d, such as 15m.` },
    ]);
  });

  it('says what to do when Prometheus cannot be reached, the same for every query', async () => {
    const refused = (path: string) => `Post "http://prometheus/api/v1/${path}": dial tcp: connect: connection refused`;
    const { datasource } = fakeDataSource(OPTIONS, {
      sources: {
        prom: {
          type: PROMETHEUS.type,
          answer: () =>
            of({
              data: [],
              errors: [
                { refId: 'A', message: refused('query') },
                { refId: 'B', message: refused('query_range') },
                { refId: 'C', message: 'many-to-many matching not allowed' },
              ],
            }),
        },
      },
    });
    const { errors } = await lastValueFrom(
      datasource.query(requestOf({ kind: 'metric', series: 'validation:light:level', instant: true }))
    );
    const advice =
      'Prometheus cannot be reached: the Save & test of the Prometheus data source tells more. It says: dial tcp: connect: connection refused';
    expect(errors?.map(({ message }) => message)).toEqual([advice, advice, 'many-to-many matching not allowed']);
  });

  it('tells of a request that failed as a whole, as the error of each of its queries', async () => {
    const error = { status: 403, statusText: 'Forbidden', data: { message: 'You may not query this' } };
    const { datasource } = fakeDataSource(OPTIONS, {
      sources: { ...BOTH.sources, prom: { type: PROMETHEUS.type, answer: () => of({ data: [], error }) } },
    });
    const { errors, state } = await lastValueFrom(
      datasource.query(
        requestOf(
          { kind: 'metric', series: 'validation:light:level' },
          { kind: 'metric', series: 'validation:light_input:level' }
        )
      )
    );
    expect(state).toBe(LoadingState.Error);
    expect(errors).toEqual([
      { ...error, refId: 'A', message: 'You may not query this' },
      { ...error, refId: 'B', message: 'You may not query this' },
    ]);
  });

  it('cancels the delegates when nobody looks any more', () => {
    let cancelled = 0;
    const never = new Subject<DataQueryResponse>();
    const { datasource } = fakeDataSource(OPTIONS, {
      sources: { pg: { type: POSTGRES.type, answer: () => never } },
      documents: {},
    });
    const watched = datasource.query(requestOf({ kind: 'catalog', statement: 'validation.weekly' }));
    const subscription = watched.subscribe();
    return new Promise<void>((resolve) => process.nextTick(resolve)).then(() => {
      expect(never.observed).toBe(true);
      subscription.unsubscribe();
      cancelled += never.observed ? 0 : 1;
      expect(cancelled).toBe(1);
    });
  });

  it('replaces variables in its fields, and none inside a value', async () => {
    const { datasource, asked } = fakeDataSource(OPTIONS, {
      ...BOTH,
      variables: { event: ['trip', 'at$empt'], rows: '5', window: '1h' },
    });
    await lastValueFrom(
      datasource.query(
        requestOf(
          {
            kind: 'metric',
            series: 'genwatch_validation_events',
            labels: { event: ['$event'], window: ['${window}'] },
          },
          { kind: 'catalog', statement: 'validation.offenders', limit: '$rows' }
        )
      )
    );
    const expr = asked
      .find(({ uid }) => uid === 'prom')
      ?.request.targets.map((target) => Object(target).expr as string);
    expect(expr).toEqual([
      'max by (event, window) (genwatch_validation_events{job="genwatch-exporter", event=~"trip|at\\\\${__dollar:raw}empt", window="1h"})',
    ]);
    expect(asked.find(({ uid }) => uid === 'prom')?.request.scopedVars['__dollar']?.value).toBe('$');
    expect(Object(asked.find(({ uid }) => uid === 'pg')?.request.targets[0]).rawSql).toMatch(/LIMIT 5$/);
  });

  it('leaves out what is hidden or not finished', async () => {
    const { datasource, asked } = fakeDataSource(OPTIONS, BOTH);
    const answers = await lastValueFrom(
      datasource
        .query(
          requestOf(
            { kind: 'catalog', statement: '' },
            { kind: 'metric', series: 'validation:light:level', hide: true }
          )
        )
        .pipe(toArray())
    );
    expect(asked).toEqual([]);
    expect(answers).toEqual([{ key: 'genwatch', data: [], state: LoadingState.Done }]);
    expect(datasource.filterQuery({ refId: 'A', kind: 'catalog', statement: '' })).toBe(false);
    expect(datasource.filterQuery({ refId: 'A', kind: 'thresholds' })).toBe(true);
  });

  it('uses the table of its settings', async () => {
    const settings = { validation: { messages: { table: 'app.chat_messages' } } };
    const { datasource, asked } = fakeDataSource({ ...OPTIONS, settings }, BOTH);
    await lastValueFrom(datasource.query(requestOf({ kind: 'catalog', statement: 'validation.offenders' })));
    expect(Object(asked[0]?.request.targets[0]).rawSql).toContain('"app"."chat_messages"');
  });

  it('says that no delegate is chosen, and that one is of another type', async () => {
    const { datasource } = fakeDataSource(
      { prometheusUid: 'pg' },
      { sources: { pg: { type: POSTGRES.type, answer: () => NEVER } } }
    );
    const { errors } = await lastValueFrom(
      datasource.query(
        requestOf(
          { kind: 'catalog', statement: 'validation.weekly' },
          { kind: 'metric', series: 'validation:light:level' }
        )
      )
    );
    expect(errors?.map(({ message }) => message)).toEqual([
      'No PostgreSQL data source is chosen. Choose one in the settings of this data source.',
      'The data source "pg" is of type grafana-postgresql-datasource, not Prometheus. Choose another one.',
    ]);
  });

  it('lists what fires, told apart by state', async () => {
    const alert = (name: string, startsAt: string, status: object, labels = {}) => ({
      labels: { alertname: name, system: 'validation', severity: 'critical', component: 'repair', ...labels },
      annotations: { summary: `${name} it is` },
      startsAt,
      status,
    });
    const { datasource } = fakeDataSource(OPTIONS, {
      documents: {
        'alertmanager/alerts': [
          alert('Old', '2026-03-01T10:00:00Z', { state: 'active' }),
          alert('New', '2026-03-01T11:00:00Z', { state: 'suppressed', silencedBy: ['x'] }, { source: 'chats' }),
          alert('Inhibited', '2026-03-01T09:00:00Z', { state: 'suppressed', inhibitedBy: ['f1', 'f1', 'f2'] }),
          {
            ...alert('Warning', '2026-03-01T09:00:00Z', { state: 'active' }, { severity: 'warning' }),
            fingerprint: 'f1',
          },
          { labels: { alertname: 'NotOurs' }, startsAt: '2026-03-01T09:00:00Z' },
        ],
      },
    });
    const { data } = await lastValueFrom(
      datasource.query(requestOf({ kind: 'alerts', show: 'firing', severity: 'critical' }))
    );
    const field = (name: string) => data[0].fields.find((one: { name: string }) => one.name === name).values;
    expect(field('alertname')).toEqual(['New', 'Old', 'Inhibited']);
    expect(field('state')).toEqual(['silenced', 'active', 'inhibited']);
    expect(field('since')[0]).toBe(Date.parse('2026-03-01T11:00:00Z'));
    expect(field('summary')[1]).toBe('Old it is');
    expect(field('about')).toEqual(['source=chats', '', '']);
    expect(field('silenced_by')).toEqual(['x', '', '']);
    expect(field('inhibited_by')).toEqual(['', '', 'Warning, f2']);
  });

  it('lists what is about to fire in the same columns, with the texts of the catalog', async () => {
    const series = (labels: Record<string, string>, since: number) =>
      createDataFrame({
        refId: 'A',
        fields: [
          { name: 'Time', type: FieldType.time, values: [0] },
          { name: 'Value', type: FieldType.number, labels, values: [since] },
        ],
      });
    const slow = { alertname: 'ValidationDurationHigh', severity: 'warning', system: 'validation' };
    const { datasource, asked } = fakeDataSource(OPTIONS, {
      sources: {
        prom: {
          type: PROMETHEUS.type,
          answer: () =>
            of({
              data: [series({ ...slow, source: 'chats' }, 1_767_000_000), ...rows('B', 2).data],
            }),
        },
      },
    });
    const { data } = await lastValueFrom(
      datasource.query(
        requestOf(
          { kind: 'alerts', show: 'pending', system: 'validation' },
          { kind: 'metric', series: 'validation:light:level' }
        )
      )
    );
    expect(Object(asked[0]?.request.targets[0])).toMatchObject({
      instant: true,
      expr: expect.stringMatching(
        /^max by \(alertname, severity, system, component, [a-z_, ]*source[a-z_, ]*\) \(ALERTS_FOR_STATE and ignoring \(alertstate\) ALERTS\{alertstate="pending", system="validation"\}\)$/
      ),
    });
    expect(data.map(({ refId }) => refId)).toEqual(['B', 'A']);
    const field = (name: string) => data[1].fields.find((one: { name: string }) => one.name === name).values;
    expect(field('since')).toEqual([1_767_000_000_000]);
    expect(field('state')).toEqual(['pending']);
    expect(field('about')).toEqual(['source=chats']);
    expect(field('summary')).toEqual(['Validating takes too long']);
  });

  it('does not say that nothing is about to fire when Prometheus cannot tell', async () => {
    const { datasource } = fakeDataSource(OPTIONS, {
      sources: { prom: { type: PROMETHEUS.type, answer: () => of({ data: [], errors: [{ message: 'no' }] }) } },
    });
    const answer = await lastValueFrom(datasource.query(requestOf({ kind: 'alerts', show: 'pending' })));
    expect(answer.data).toEqual([]);
    expect(answer.errors).toEqual([{ refId: 'A', message: 'no' }]);
  });

  it('tells what fired when from Prometheus', async () => {
    const { datasource, asked } = fakeDataSource(OPTIONS, BOTH);
    await lastValueFrom(
      datasource.query(requestOf({ kind: 'alerts', show: 'history', system: 'validation', severity: 'critical' }))
    );
    expect(Object(asked[0]?.request.targets[0]).expr).toBe(
      'max by (alertname, severity, system, component) (ALERTS{alertstate="firing", system="validation", severity="critical"})'
    );
  });

  it('tells the templates of unknown errors as a table', async () => {
    const template = {
      system: 'validation',
      id: 'ab',
      template: 'it <*> <number>',
      count: 3,
      lastSeen: '2026-03-01T10:00:00Z',
    };
    const { datasource } = fakeDataSource(OPTIONS, {
      documents: { 'exporter/templates': { readings: [], templates: [template] } },
    });
    const { data } = await lastValueFrom(
      datasource.query(requestOf({ kind: 'endpoint', endpoint: 'exporter-templates', rows: 'templates' }))
    );
    const cells = data[0].fields.map((field: { name: string; values: unknown[] }) => [field.name, field.values[0]]);
    expect(Object.fromEntries(cells)).toEqual({ ...template, lastSeen: Date.parse(template.lastSeen) });
  });

  it('lists the thresholds of a system', async () => {
    const { datasource } = fakeDataSource({});
    const { data } = await lastValueFrom(datasource.query(requestOf({ kind: 'thresholds', system: 'validation' })));
    const column = (name: string): string[] => data[0].fields.find((one: { name: string }) => one.name === name).values;
    const at = column('threshold').findIndex(
      (id, i) => id === 'validation.success_rate' && column('level')[i] === 'critical'
    );
    expect([column('condition')[at], column('value')[at], column('source')[at]]).toEqual([
      'below 60 %',
      0.6,
      'validation 3.1.3',
    ]);
    expect(new Set(column('system'))).toEqual(new Set(['validation']));
  });
});
