import { decision, quote } from '../../src/catalog/kinds/source';
import { bakerySpecification } from './fixtures/bakery';
import { locate } from './locate';

const specification = bakerySpecification();
const find = (section: string, words: string) => locate(specification, quote('validation', section, words));

describe('locate', () => {
  it('finds words in an item under a numbered heading, code included', () => {
    expect(find('1.1.1', "INTERVAL '24 hours'")).toMatchObject({ found: true, first: 15, last: 15 });
  });

  it('finds words in a whole heading with its sub-headings', () => {
    expect(find('1', 'drops below 60%')).toMatchObject({ found: true, first: 13 });
  });

  it('finds a heading by its text, with or without number and pictograms', () => {
    expect(find('🥖 Bakery Watch', 'Bread first.')).toMatchObject({ found: true, first: 3 });
    expect(find('Heat ✅ DONE', '80%+')).toMatchObject({ found: true, first: 9 });
    expect(find('1.1 Heat DONE', '80%+')).toMatchObject({ found: true, first: 9 });
  });

  it('finds a row by its anchor', () => {
    expect(find('1.2#row-2', '60-80%')).toMatchObject({ found: true, first: 29 });
  });

  it('finds decisions by their number under any heading, over line ends', () => {
    expect(locate(specification, decision('1', 'at least a minimum sample'))).toMatchObject({
      found: true,
      first: 8,
      last: 9,
    });
    expect(locate(specification, decision('2a', '10 % of openings'))).toMatchObject({ found: true, first: 11 });
    expect(locate(specification, decision('3', '> 200 ms'))).toMatchObject({ found: true, first: 13 });
  });

  it('refuses words of the neighbouring item and says where they stand', () => {
    expect(find('1.1.2', 'drops below 60%')).toEqual({
      found: false,
      problem:
        '"drops below 60%" does not stand in section 1.1.2, 1-code-validation.md:20-22; the words stand in "1.1.1", line 13',
    });
  });

  it('refuses a paraphrase', () => {
    expect(find('1.1.1', 'share falls below 60%').found).toBe(false);
    expect(find('1.1.1', 'Share drops below 60%').found).toBe(false);
  });

  it('refuses empty words', () => {
    expect(find('1.1.1', ' ').found).toBe(false);
  });

  it('refuses a section that is not there', () => {
    expect(find('7.1', 'drops below 60%')).toMatchObject({
      problem: '1-code-validation.md has no section "7.1"; the words stand in "1.1.1", line 13',
    });
  });

  it('asks for the parent of a heading that stands twice', () => {
    expect(find('Watching', 'gusts')).toMatchObject({
      problem: expect.stringContaining('"Doors/Watching" (line 33), "Windows/Watching" (line 49)'),
    });
    expect(find('Windows/Watching', 'gusts').found).toBe(true);
  });
});
