import { fewWords } from './fewWords';

describe('fewWords', () => {
  const words = (kind: 'line' | 'bullet', text: string) =>
    fewWords({ kind, text, anchor: '1:1', line: 1, end: 1, names: [] });

  it('shows the words around the number of a line, and the first ones of everything else', () => {
    expect(words('line', 'the loaves that were baked at 200 degrees or so')).toBe('… baked at 200 degrees or …');
    expect(words('bullet', 'the loaves that were baked at 200 degrees')).toBe('the loaves that were baked …');
    expect(words('line', 'over 200 degrees')).toBe('over 200 degrees');
  });
});
