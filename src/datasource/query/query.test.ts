import { expandVariables } from './expandVariables';
import { interpolateQuery } from './interpolateQuery';
import { migrateQuery } from './migrateQuery';
import { emptyQuery, type GenwatchQuery } from './query';

describe('a saved query', () => {
  it('stays as it is, with whatever a newer version wrote into it', () => {
    const saved = { refId: 'A', kind: 'catalog', statement: 'validation.weekly', later: 1 };
    expect(migrateQuery(saved)).toEqual(saved);
  });

  it.each([{ refId: 'A' }, { refId: 'A', kind: 'raw' }, { refId: 'A', kind: 7 }])(
    'of no known kind becomes what an empty editor starts with: %j',
    (saved) => {
      expect(migrateQuery(saved)).toMatchObject({ refId: 'A', kind: 'alerts', show: 'firing' });
    }
  );

  it('keeps its place in the panel when its kind changes', () => {
    expect(emptyQuery('metric', { refId: 'C', hide: true, key: 'k' })).toEqual({
      refId: 'C',
      hide: true,
      key: 'k',
      datasource: undefined,
      kind: 'metric',
      series: '',
    });
  });
});

describe('variables', () => {
  const VALUES: Readonly<Record<string, string | string[]>> = { one: 'x', many: ['a', 'b'], system: 'validation' };
  const replace = (text: string, format?: (value: string | string[]) => string) =>
    text.replace(/\$\{?(\w+)\}?/g, (_, name: string) => {
      const value = VALUES[name] ?? '';
      return format ? format(value) : [value].flat().join(',');
    });
  const interpolated = (query: GenwatchQuery) =>
    interpolateQuery(query, replace, (text) => expandVariables(text, replace));

  it('are replaced in every field', () => {
    expect(
      interpolated({
        refId: 'A',
        kind: 'metric',
        series: '$one',
        labels: { $one: ['$many', 'c$one'] },
        by: ['${many}'],
      })
    ).toEqual({ refId: 'A', kind: 'metric', series: 'x', labels: { x: ['a', 'b', 'cx'] }, by: ['a', 'b'] });
    expect(
      interpolated({
        refId: 'A',
        kind: 'catalog',
        statement: '$one',
        limit: '$one',
        scenes: ['$many', 'c'],
        subject: '$one',
        step: '$one',
      })
    ).toMatchObject({ statement: 'x', limit: 'x', scenes: ['a', 'b', 'c'], subject: 'x', step: 'x' });
    expect(
      interpolated({
        refId: 'A',
        kind: 'endpoint',
        endpoint: 'exporter-health',
        rows: '$one',
        fields: [{ path: '$one', name: 'n$one', type: 'text' }],
      })
    ).toMatchObject({ rows: 'x', fields: [{ path: 'x', name: 'nx', type: 'text' }] });
    expect(interpolated({ refId: 'A', kind: 'thresholds', system: '$system' })).toMatchObject({ system: 'validation' });
    expect(
      interpolated({ refId: 'A', kind: 'alerts', show: 'firing', system: '$system', severity: '$one' })
    ).toMatchObject({ system: 'validation', severity: 'x' });
  });

  it('leave what is not said unsaid', () => {
    const query: GenwatchQuery = { refId: 'A', kind: 'thresholds' };
    expect(interpolated(query)).toEqual(query);
  });
});
