import { print } from '../../src/catalog/exact/decimal';
import { quotedNumbers } from './quotedNumbers';

/** `operator value unit`, with `!` for a goal and the end of a range behind. */
const read = (words: string) =>
  quotedNumbers(words).map(({ value, unit, operator, isGoal, rangeEnd }) =>
    [operator, print(value), unit, isGoal && '!', rangeEnd].filter(Boolean).join(' ')
  );

describe('quotedNumbers', () => {
  it.each([
    ['drops below 60%', ['< 60 %']],
    ['any loaf has >3 turns', ['> 3']],
    ['≥ 5 % of ≥ 20 loaves in 1 h over 200 ms', ['>= 5 %', '>= 20', '1 h', '> 200 ms']],
    ['exceeds 0.5 % for 5m', ['> 0.5 %', '5 m']],
    ['at least 5', ['>= 5']],
    ['at or below 5', ['<= 5']],
    ['10 or more', ['>= 10']],
    ['500ms max', ['<= 500 ms']],
    ['if [ "$N" -gt 0 ]', ['> 0']],
  ])('reads the direction of "%s"', (words, expected) => {
    expect(read(words)).toEqual(expected);
  });

  it.each([
    ['80%+ of them', ['>= 80 %']],
    ['3+ failures in 5-minute window', ['>= 3', '5 minute']],
    ['above 500ms for 5+ minutes', ['> 500 ms', '>= 5 minutes']],
  ])('reads a plus as "from there on" in "%s"', (words, expected) => {
    expect(read(words)).toEqual(expected);
  });

  it.each([
    ['Share 60-80%', ['60 % lower', '80 % upper']],
    ['100–200 ms', ['100 ms lower', '200 ms upper']],
    ['yellow 60 to < 80', ['60 lower', '< 80 upper']],
  ])('reads both ends of the range "%s"', (words, expected) => {
    expect(read(words)).toEqual(expected);
  });

  it.each([
    ['Uptime: >99.9% target', ['> 99.9 % !']],
    ['errors should be <0.5%', ['< 0.5 % !']],
    ['No loaf should exceed 3 turns', ['<= 3 !']],
    ['"crust_percent_min": 70.0', ['>= 70 !']],
    ['"time_max": 60.0', ['<= 60 !']],
  ])('knows "%s" for what is wanted', (words, expected) => {
    expect(read(words)).toEqual(expected);
  });

  it.each([
    ['from 3 trips/24 h', ['>= 3', '24 h']],
    ['>100 requests/second', ['> 100 requests/second']],
    ['250MB/day', ['250 MB/day']],
    ['over 10 000 loaves', ['> 10000']],
    ['one trip in 1 h', ['1', '1 h']],
    ['3 different loaves', ['3']],
  ])('reads the units of "%s"', (words, expected) => {
    expect(read(words)).toEqual(expected);
  });

  it('does not take a direction from beyond a comma', () => {
    expect(read('drops below 60 %, then 70 %')).toEqual(['< 60 %', '70 %']);
  });

  it('leaves out numbers within names', () => {
    expect(read('P95 of v2.1 in sha256')).toEqual([]);
  });

  it('does not take an arrow for a sign', () => {
    expect(read('Warning => 5, then -> 6')).toEqual(['5', '6']);
  });
});
