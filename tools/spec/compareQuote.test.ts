import { type Bound } from '../../src/catalog/exact/bound';
import { type Duration } from '../../src/catalog/exact/duration';
import { type Unit } from '../../src/catalog/exact/unit';
import { type Level } from '../../src/catalog/kinds/threshold';
import { compareQuote } from './compareQuote';

const level = (name: Level, bound: Bound, words: string, unit: Unit = 'percent') =>
  compareQuote({ kind: 'level', level: name, bound, unit }, words);
const duration = (claimed: Duration, words: string) => compareQuote({ kind: 'duration', duration: claimed }, words);
const minimum = (samples: string, words: string) => compareQuote({ kind: 'minimum', samples }, words);

describe('compareQuote of a level', () => {
  it('accepts number, unit and direction of the words', () => {
    expect(level('critical', '< 60', 'share drops below 60%')).toEqual([]);
    expect(level('critical', '> 3', 'has >3 turns', 'count')).toEqual([]);
  });

  it('catches another number', () => {
    expect(level('critical', '< 66', 'share drops below 60%')).toEqual(['the words say 60 %, not 66 %']);
    expect(level('critical', '< 60', 'share drops')).toEqual(['the words say no number, not 60 %']);
  });

  it('catches another direction, and another edge', () => {
    expect(level('critical', '> 60', 'share drops below 60%')).toEqual(['the words say "< 60", the catalog ">"']);
    expect(level('critical', '>= 3', 'has >3 turns', 'count')).toHaveLength(1);
    expect(level('target', '> 80', '80%+ loaves')).toHaveLength(1);
  });

  it('catches another unit and converts one that is alike', () => {
    expect(level('critical', '> 200', 'takes >200ms')).toEqual(['the words say 200 ms, not 200 %']);
    expect(level('critical', '> 200', 'takes >200ms', 'seconds')).toHaveLength(1);
    expect(level('critical', '> 300', 'takes >5 minutes', 'seconds')).toEqual([]);
    expect(level('critical', '> 60', 'more than 60%', 'count')).toHaveLength(1);
  });

  it('takes the end of a range that the level starts from', () => {
    expect(level('warning', '< 80', 'Share 60-80%')).toEqual([]);
    expect(level('warning', '< 60', 'Share 60-80%')).toHaveLength(1);
    expect(level('warning', '> 100', '100–200 ms', 'milliseconds')).toEqual([]);
    expect(level('warning', '> 200', '100–200 ms', 'milliseconds')).toHaveLength(1);
  });

  it('turns what is wanted into what is bad', () => {
    expect(level('critical', '> 3', 'No loaf should exceed 3 turns', 'count')).toEqual([]);
    expect(level('target', '<= 3', 'No loaf should exceed 3 turns', 'count')).toEqual([]);
    expect(level('critical', '< 3', 'No loaf should exceed 3 turns', 'count')).toHaveLength(1);
    expect(level('warning', '< 70', '"crust_percent_min": 70.0')).toEqual([]);
    expect(level('warning', '> 70', '"crust_percent_min": 70.0')).toHaveLength(1);
  });

  it('finds a unit in the key or beside another number of the same words', () => {
    expect(level('warning', '>= 600', '"p95_time_ms": {"target": 400, "warning": 600', 'milliseconds')).toEqual([]);
    expect(level('warning', '>= 600', '"p95_time_ms": {"target": 400, "warning": 600', 'seconds')).toHaveLength(1);
    expect(level('critical', '> 200', 'green < 100 ms, red > 200', 'milliseconds')).toEqual([]);
  });

  it('accepts a bare number for a share only where the words speak of one', () => {
    expect(level('warning', '< 70', 'Success: warning below 70')).toEqual([]);
    expect(level('warning', '< 70', 'warning below 70')).toHaveLength(1);
    expect(level('warning', '> 70', 'warning above 70', 'seconds')).toHaveLength(1);
  });
});

describe('compareQuote of a duration', () => {
  it.each<[Duration, string]>([
    ['24h', "INTERVAL '24 hours'"],
    ['24h', 'Alert on 24 h; show 7 d'],
    ['7d', 'Alert on 24 h; show 7 d'],
    ['1h', 'in the last hour'],
    ['60m', 'over the last 60 minutes'],
    ['5m', '3+ failures in 5-minute window'],
    ['7d', 'the 168 full hours'],
  ])('finds %s in "%s"', (claimed, words) => {
    expect(duration(claimed, words)).toEqual([]);
  });

  it('catches another duration, and a number without a unit of time', () => {
    expect(duration('12h', "INTERVAL '24 hours'")).toEqual(['the words do not say 12h']);
    expect(duration('24h', '24 loaves')).toHaveLength(1);
  });
});

describe('compareQuote of a minimum sample', () => {
  it('accepts the number with or without "from there on"', () => {
    expect(minimum('5', 'minimum sample (default 5')).toEqual([]);
    expect(minimum('5', 'below 50% (with 5+ loaves)')).toEqual([]);
    expect(minimum('5', 'of 5 loaves')).toEqual([]);
  });

  it('catches another number and "more than"', () => {
    expect(minimum('6', 'minimum sample (default 5')).toEqual(['the words say 5, not 6']);
    expect(minimum('5', 'with more than 5 loaves')).toHaveLength(1);
    expect(minimum('5', 'within 5 minutes')).toHaveLength(1);
  });
});

describe('compareQuote of a floor', () => {
  const least = (amount: string, words: string) => compareQuote({ kind: 'floor', amount }, words);

  it('accepts the number in any unit, and catches another one', () => {
    expect(least('10', 'floor 10/h')).toEqual([]);
    expect(least('11', 'floor 10/h')).toEqual(['the words say 10 /h, not 11']);
  });
});
