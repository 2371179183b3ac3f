import { type Bound } from '../../../exact/bound';
import { type Level, type Threshold } from '../../../kinds/threshold';
import { fewestOverEveryLimit, fewestOverLimit } from './attemptLimit';

const limit = (levels: Partial<Record<Level, Bound>>): Threshold => ({
  id: 'validation.attempt_limit',
  title: 'Longest repair chain',
  unit: 'count',
  levels,
  sources: {},
});

describe('fewestOverLimit', () => {
  it.each<[Bound, number]>([
    ['> 3', 4],
    ['>= 3', 3],
    ['> 3.5', 4],
    ['>= 3.5', 4],
    ['> 0', 1],
  ])('%s is broken by %d attempts', (bound, attempts) => {
    expect(fewestOverLimit(limit({ critical: bound }))).toBe(attempts);
  });

  it('takes the mildest level that pages, unless told which', () => {
    const levels = limit({ target: '<= 1', warning: '> 3', critical: '> 8' });
    expect(fewestOverLimit(levels)).toBe(4);
    expect(fewestOverLimit(levels, 'critical')).toBe(9);
  });

  it('refuses a threshold that is no upper limit', () => {
    expect(() => fewestOverLimit(limit({ critical: '< 3' }))).toThrow('validation.attempt_limit is no upper limit');
    expect(() => fewestOverLimit(limit({}))).toThrow('give it a level like "> 3"');
  });
});

describe('fewestOverEveryLimit', () => {
  it('breaks the level that allows the most', () => {
    expect(fewestOverEveryLimit(limit({ warning: '> 3', critical: '> 8' }))).toBe(9);
  });

  it('is an attempt at least, so that there is always a look-back', () => {
    expect(fewestOverEveryLimit(limit({ critical: '>= 0' }))).toBe(1);
  });
});
