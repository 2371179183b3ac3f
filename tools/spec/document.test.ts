import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from './document';

const bakery = parseDocument('1', 'bakery.md', readFileSync(join(__dirname, 'fixtures/bakery.txt'), 'utf8'));
const at = (anchor: string) => bakery.places.find((place) => place.anchor === `1:${anchor}`);
const anchors = (kind: string) => bakery.places.filter((place) => place.kind === kind).map((place) => place.anchor);

describe('parseDocument', () => {
  it('names headings by their number, else by their text, and by their parent where the text repeats', () => {
    expect(anchors('heading')).toEqual([
      '1:Bakery Watch',
      '1:1',
      '1:1.1',
      '1:1.2',
      '1:Doors',
      '1:Doors/Watching',
      '1:Windows',
      '1:Windows/Watching',
    ]);
  });

  it('gives a heading everything up to the next of its level', () => {
    expect(at('1')).toMatchObject({ line: 5, end: 30 });
    expect(at('1.1')).toMatchObject({ line: 7, end: 23 });
  });

  it('gives a numbered item its code and what follows the code', () => {
    expect(at('1.1.1')).toMatchObject({ kind: 'item', line: 11, end: 18, text: 'Too Cold' });
    expect(at('1.1.2')).toMatchObject({ line: 20, end: 22 });
  });

  it('lists the lines of a statement that bear numbers, but not those that count, scale or round', () => {
    expect(bakery.places.filter(({ anchor }) => anchor.startsWith('1:1.1.1#line')).map(({ line }) => line)).toEqual([
      13, 15, 16, 18,
    ]);
  });

  it('lists rows of tables without their head', () => {
    expect(anchors('row')).toEqual(['1:1.2#row-1', '1:1.2#row-2']);
    expect(at('1.2#row-2')?.text).toBe('yellow 60-80% look');
  });

  it('tells commands from comments, quoted statements and endpoints', () => {
    expect(bakery.places.filter(({ kind }) => kind === 'command').map(({ text }) => text)).toEqual([
      './watch.sh shop --door',
      'psql "',
    ]);
    expect(anchors('endpoint')).toEqual(['1:Doors/Watching#endpoint-1']);
  });

  it('lists bullets and check boxes without their marks, by section or item', () => {
    expect(at('Doors/Watching#bullet-2')?.text).toBe('Oil the hinges');
    expect(at('1.1.2#bullet-1')?.text).toBe('baking takes >200ms on average');
  });

  it('lists prose that bears a number or a bold subject, and no other prose', () => {
    expect(at('Windows/Watching#line-1')?.line).toBe(51);
    expect(bakery.places.some(({ line }) => line === 3 || line === 4)).toBe(false);
  });

  it('never gives two places one anchor', () => {
    const twice = parseDocument('2', 'twice.md', '## A\n1. x\n\nthen\n\n1. y\n## A\n## A\n');
    const all = twice.places.map(({ anchor }) => anchor);
    expect(new Set(all).size).toBe(all.length);
  });

  it('takes headings and items in a code block for code', () => {
    const code = parseDocument('2', 'code.md', '## A\n```text\n## not a heading\n1. not an item\n```\n');
    expect(code.places.map(({ kind }) => kind)).toEqual(['heading', 'code', 'bullet']);
  });
});
