import { quote, own } from '../../src/catalog/kinds/source';
import { catalogIds, citations } from './citations';
import { bakeryCatalog, heat } from './fixtures/bakery';

const of = (...parameters: Parameters<typeof bakeryCatalog>) =>
  citations(bakeryCatalog(...parameters)).map(({ owner, part, ids, claims }) => ({ owner, part, ids, claims }));

const metric = { name: 'oven_heat', source: quote('validation', '1.1', 'loaves well done') };

describe('citations', () => {
  it('gives every quoted part of a threshold with what it claims, and leaves out what is our own', () => {
    expect(of()).toEqual([
      {
        owner: 'bakery.heat',
        part: 'target',
        ids: ['bakery.heat'],
        claims: [{ kind: 'level', level: 'target', bound: '>= 80', unit: 'percent' }],
      },
      {
        owner: 'bakery.heat',
        part: 'warning',
        ids: ['bakery.heat'],
        claims: [{ kind: 'level', level: 'warning', bound: '< 80', unit: 'percent' }],
      },
      {
        owner: 'bakery.heat',
        part: 'critical',
        ids: ['bakery.heat'],
        claims: [{ kind: 'level', level: 'critical', bound: '< 60', unit: 'percent' }],
      },
      { owner: 'bakery.heat', part: 'window', ids: ['bakery.heat'], claims: [{ kind: 'duration', duration: '24h' }] },
      {
        owner: 'bakery.heat',
        part: 'minimumSample',
        ids: ['bakery.heat'],
        claims: [{ kind: 'minimum', samples: '5' }],
      },
    ]);
  });

  it('claims every hold of a threshold', () => {
    const held = heat(
      { for: { warning: '5m', critical: '1m' } },
      { for: quote('validation', 'Doors', 'every 5 minutes') }
    );
    expect(of({ thresholds: [held] }).find(({ part }) => part === 'for')?.claims).toEqual([
      { kind: 'duration', duration: '5m' },
      { kind: 'duration', duration: '1m' },
    ]);
  });

  it('names what is built on the owner once, and no alert for a target', () => {
    const threshold = heat();
    const alerts = [{ name: 'BakeryCold', threshold, shape: { reads: [{ metric }] } }] as never;
    const dashboards = [
      {
        uid: 'bakery-board',
        rows: [
          {
            panels: [
              { title: 'Heat', threshold },
              { title: 'Again', threshold },
            ],
          },
        ],
      },
    ] as never;
    const found = of({ thresholds: [threshold], alerts, dashboards });
    expect(found.find(({ part }) => part === 'critical')?.ids).toEqual(['bakery.heat', 'BakeryCold', 'bakery-board']);
    expect(found.find(({ part }) => part === 'target')?.ids).toEqual(['bakery.heat', 'bakery-board']);
    expect(found.find(({ owner }) => owner === 'oven_heat')).toEqual({
      owner: 'oven_heat',
      part: 'source',
      ids: ['oven_heat', 'BakeryCold'],
      claims: [],
    });
  });

  it('marks what a query quotes', () => {
    const query = { id: 'bakery.loaves', sql: () => 'SELECT 1', source: quote('validation', '1.1.1', 'FROM loaves') };
    const catalog = bakeryCatalog({ thresholds: [], metrics: [metric] as never, queries: [query] as never });
    expect(citations(catalog).map(({ owner, isQuery }) => [owner, isQuery])).toEqual([
      ['oven_heat', false],
      ['bakery.loaves', true],
    ]);
  });

  it('passes over entries without a quote', () => {
    expect(of({ thresholds: [], metrics: [{ name: 'up', source: own('written by the server') }] as never })).toEqual(
      []
    );
  });
});

describe('catalogIds', () => {
  it('lists ids, names and uids of all entries', () => {
    const catalog = bakeryCatalog({
      alerts: [{ name: 'BakeryCold' }] as never,
      dashboards: [{ uid: 'bakery-board' }] as never,
    });
    expect([...catalogIds(catalog)].sort()).toEqual(['BakeryCold', 'bakery-board', 'bakery.heat']);
  });
});
