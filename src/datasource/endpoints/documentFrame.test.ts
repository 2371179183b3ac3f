import { FieldType } from '@grafana/data';

import { documentFrame } from './documentFrame';

const cells = (document: unknown, query: Parameters<typeof documentFrame>[2] = {}) =>
  Object.fromEntries(documentFrame(document, 'A', query).fields.map(({ name, values }) => [name, values]));
const types = (document: unknown, query: Parameters<typeof documentFrame>[2] = {}) =>
  Object.fromEntries(documentFrame(document, 'A', query).fields.map(({ name, type }) => [name, type]));

const HEALTH = {
  status: 'ok',
  sources: [
    { source: 'a', up: true, ageSeconds: 1.5, at: '2026-03-01T10:00:00Z', failure: null },
    { source: 'b', up: false, ageSeconds: null, at: '2026-03-01T11:00:00+01:00', failure: { reason: 'timeout' } },
  ],
};

describe('a JSON document as a table', () => {
  it('has a row per element, and types that fit all of them', () => {
    expect(cells(HEALTH, { rows: 'sources' })).toEqual({
      source: ['a', 'b'],
      up: [true, false],
      ageSeconds: [1.5, null],
      at: [Date.parse('2026-03-01T10:00:00Z'), Date.parse('2026-03-01T10:00:00Z')],
      failure: [null, '{"reason":"timeout"}'],
    });
    expect(types(HEALTH, { rows: 'sources' })).toEqual({
      source: FieldType.string,
      up: FieldType.boolean,
      ageSeconds: FieldType.number,
      at: FieldType.time,
      failure: FieldType.string,
    });
  });

  it('shows the fields that are picked, under the names they are given', () => {
    const fields = [{ path: 'source' }, { path: 'failure.reason', name: 'why' }];
    expect(cells(HEALTH, { rows: 'sources', fields })).toEqual({ source: ['a', 'b'], why: [null, 'timeout'] });
  });

  it('has a row per key of an object of objects', () => {
    expect(cells({ ops: { parse: { count: 3 }, save: { count: 4 } } }, { rows: 'ops' })).toEqual({
      key: ['parse', 'save'],
      count: [3, 4],
    });
  });

  it('has one row for anything else', () => {
    expect(cells({ status: 'ok', uptime: 5 })).toEqual({ status: ['ok'], uptime: [5] });
  });

  it('takes a number that is written as text when it is told to', () => {
    expect(cells([{ n: '12' }], { fields: [{ path: 'n', type: 'number' }] })).toEqual({ n: [12] });
  });

  it('says that there is nothing where the rows should be', () => {
    expect(() => documentFrame(HEALTH, 'A', { rows: 'source' })).toThrow(
      'The document has nothing at "source". It has status, sources.'
    );
  });
});
