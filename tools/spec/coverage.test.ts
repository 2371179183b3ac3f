import { quote } from '../../src/catalog/kinds/source';
import { coverageOf } from './coverage';
import { type Lists } from './covered';
import { bakeryCatalog, bakerySpecification, heat } from './fixtures/bakery';

const NOTHING: Lists = { exclusions: [], placements: [], isFile: () => false };
const cover = (lists: Partial<Lists> = {}, system: Parameters<typeof bakeryCatalog>[0] = {}) =>
  coverageOf(bakerySpecification(), bakeryCatalog(system), { ...NOTHING, ...lists });

/** `implemented …`, `excluded …` or `open` of a place of the first document. */
function status(anchor: string, ...parameters: Parameters<typeof cover>): string | undefined {
  const found = cover(...parameters).documents[0]?.places.find(({ place }) => place.anchor === `1:${anchor}`)?.status;
  switch (found?.kind) {
    case 'implemented':
      return `implemented ${found.by.join(' ')}`;
    case 'excluded':
      return `excluded ${found.reason}`;
    default:
      return found?.kind;
  }
}

describe('coverageOf', () => {
  it('covers the five documents, not the decisions', () => {
    expect(cover().documents.map(({ document }) => document.number)).toEqual(['1', '2', '3', '4', '5']);
    expect(cover().problems).toEqual([]);
  });

  it('gives a quoted line to what quotes it', () => {
    expect(status('1.1#line-1')).toBe('implemented bakery.heat');
    expect(status('1.2#row-2')).toBe('implemented bakery.heat');
    expect(status('1.2#row-1')).toBe('open');
  });

  it('gives an item that is named as section to its owner, with its statement', () => {
    expect(status('1.1.1')).toBe('implemented bakery.heat');
    expect(status('1.1.1#code-1')).toBe('implemented bakery.heat');
    expect(status('1.1.2')).toBe('open');
  });

  it('gives a line that repeats a quoted number of its item to the same owner, but no other line', () => {
    expect(status('1.1.1#line-3')).toBe('implemented bakery.heat');
    expect(status('1.1.1#line-4')).toBe('open');
    expect(
      status('1.1.1#line-3', {}, { thresholds: [heat({}, { critical: quote('validation', '1.1', 'Call the baker') })] })
    ).toBe('open');
  });

  it('gives a whole statement to the query that quotes from it', () => {
    const query = { id: 'bakery.loaves', sql: () => 'SELECT 1', source: quote('validation', '1.1', 'FROM loaves') };
    const system = { thresholds: [], queries: [query] as never };
    expect(['1.1.1#code-1', '1.1.1#line-1', '1.1.1#line-2'].map((anchor) => status(anchor, {}, system))).toEqual(
      Array(3).fill('implemented bakery.loaves')
    );
    expect(status('1.1.1#line-4', {}, system)).toBe('open');
  });

  it('calls a heading done with the last of its parts', () => {
    const row = { place: '1:1.2#row-1', by: 'bakery.heat' };
    expect(status('1.2')).toBe('open');
    expect(status('1.2', { placements: [row] })).toBe('implemented bakery.heat');
  });

  it('calls an item of a list done with the last of its parts', () => {
    const bullets = [1, 2].map((n) => ({ place: `1:1.1.2#bullet-${n}`, by: 'docs/runbooks/Oven.md' }));
    expect(status('1.1.2', { placements: bullets.slice(1), isFile: () => true })).toBe('open');
    expect(status('1.1.2', { placements: bullets, isFile: () => true })).toBe('implemented docs/runbooks/Oven.md');
  });

  it('leaves out what is excluded with all that lies in it, or alone', () => {
    const exclusions = [
      { place: '1:Doors', reason: 'no doors here' },
      { place: '1:Windows', reason: 'a title', alone: true as const },
    ];
    expect(status('Doors/Watching#bullet-2', { exclusions })).toBe('excluded no doors here');
    expect(status('Windows', { exclusions })).toBe('excluded a title');
    expect(status('Windows/Watching#line-1', { exclusions })).toBe('open');
  });

  it('takes a file of the project for what implements a place', () => {
    const placements = [{ place: '1:Doors', by: 'docs/runbooks/Door.md' }];
    expect(status('Doors/Watching#bullet-1', { placements, isFile: () => true })).toBe(
      'implemented docs/runbooks/Door.md'
    );
  });

  it('reports a source whose section is gone', () => {
    const gone = heat({}, { critical: quote('validation', '1.7.1', 'share drops below 60%') });
    expect(cover({}, { thresholds: [gone] }).problems).toEqual([
      'bakery.heat critical: 1-code-validation.md has no section "1.7.1"; the words stand in "1.1.1", line 13',
    ]);
  });

  it('reports a placement whose words stand elsewhere', () => {
    const placement = { place: '1:Doors/Watching#bullet-1', by: 'docs/runbooks/Door.md#meaning', words: 'Knock' };
    expect(cover({ placements: [placement], isFile: () => true }).problems).toEqual([
      expect.stringContaining('placements.ts finds "Knock" at "1:Doors/Watching#bullet-1", but there stands'),
    ]);
  });

  it('reports exclusions and placements that point at nothing', () => {
    const lists = {
      exclusions: [{ place: '1:7', reason: 'gone' }],
      placements: [
        { place: '1:8', by: 'bakery.heat' },
        { place: '1:Doors', by: 'bakery.cold' },
      ],
    };
    expect(cover(lists).problems).toEqual([
      'exclusions.ts names "1:7", which is no place of the documents',
      'placements.ts names "1:8", which is no place of the documents',
      'placements.ts gives "1:Doors" to "bakery.cold", which is neither in the catalog nor a file of the project',
    ]);
  });

  it('reports an exclusion of something implemented', () => {
    expect(cover({ exclusions: [{ place: '1:1.1#line-1', reason: 'unneeded' }] }).problems).toEqual([
      'exclusions.ts leaves out "1:1.1#line-1", which bakery.heat implements',
    ]);
  });

  it('reports a placement whose numbers are none of its threshold', () => {
    expect(cover({ placements: [{ place: '1:1.1.2#bullet-1', by: 'bakery.heat' }] }).problems).toEqual([
      'placements.ts gives "1:1.1.2#bullet-1" to bakery.heat, but none of its numbers stands there: "baking takes >200ms on average"',
    ]);
  });
});
