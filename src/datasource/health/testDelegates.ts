import { dateTime, type DataQueryRequest, type DataQueryResponse, CoreApp } from '@grafana/data';
import { type DataQuery } from '@grafana/schema';
import { lastValueFrom } from 'rxjs';

import { MESSAGES_COLUMNS } from '../../catalog/settings/settings';
import { identifier, tableName } from '../../catalog/sql/identifier';
import { type Parts } from '../delegates/branches';
import { delegate, DELEGATES, handedOn, type DelegateName } from '../delegates/delegate';
import { explainSql } from '../delegates/explainSql';
import { type PrometheusTarget } from '../delegates/prometheusTarget';
import { type SqlTarget } from '../delegates/sqlTarget';
import { type Finding } from './testParts';

/** Reads no row of the table, but every column that the catalog reads. */
export async function testPostgres(parts: Parts): Promise<Finding> {
  const { table, columns } = parts.catalog.settings.validation.messages;
  const names = MESSAGES_COLUMNS.map((column) => identifier(columns[column])).join(', ');
  const target: SqlTarget = {
    refId: 'test',
    rawSql: `SELECT ${names} FROM ${tableName(table)} LIMIT 0`,
    rawQuery: true,
    format: 'table',
    editorMode: 'code',
  };
  return tried(parts, 'postgres', target, (answer) => {
    const [error] = explainSql(answer).errors ?? [];
    return error
      ? { state: 'broken', says: error.message ?? 'the statement failed.' }
      : { state: 'works', says: `reads ${table}.` };
  });
}

/** The rules record all the time: without a record they are not loaded, or it is another Prometheus. */
export async function testPrometheus(parts: Parts): Promise<Finding> {
  const records = parts.catalog.systems.flatMap(({ alerts }) => alerts.map(({ shape }) => shape.record));
  const target: PrometheusTarget = {
    refId: 'test',
    expr: `count({__name__=~"${records.join('|')}"})`,
    range: false,
    instant: true,
    legendFormat: '',
    editorMode: 'code',
  };
  return tried(parts, 'prometheus', target, ({ data, errors = [] }) => {
    const [wrong] = errors;
    if (wrong) {
      return { state: 'broken', says: `the query fails: ${wrong.data?.message ?? wrong.message ?? 'no reason given'}` };
    }
    const found = data.some((frame: { readonly length?: number }) => (frame.length ?? 0) > 0);
    return found
      ? { state: 'works', says: 'holds the recorded series.' }
      : {
          state: 'broken',
          says: 'holds no recorded series of Genwatch. Load the rule files of rules/ into it, or choose the Prometheus that has them.',
        };
  });
}

async function tried(
  { options, services }: Parts,
  name: DelegateName,
  target: DataQuery,
  judge: (answer: DataQueryResponse) => Omit<Finding, 'part'>
): Promise<Finding> {
  const part = DELEGATES[name].title;
  try {
    const source = () => delegate(name, options[DELEGATES[name].option], services.find);
    return { part, ...judge(await lastValueFrom(handedOn(testRequest(), { name, source, targets: [target] }))) };
  } catch (error) {
    return { part, state: 'broken', says: error instanceof Error ? error.message : String(error) };
  }
}

function testRequest(): DataQueryRequest<DataQuery> {
  const to = dateTime();
  const from = dateTime(to).subtract(5, 'minutes');
  return {
    app: CoreApp.Unknown,
    requestId: `genwatch-test-${to.valueOf()}`,
    interval: '1m',
    intervalMs: 60_000,
    maxDataPoints: 1,
    range: { from, to, raw: { from, to } },
    scopedVars: {},
    startTime: to.valueOf(),
    targets: [],
    timezone: 'utc',
  };
}
