import { mutateExpression } from './mutateExpression';

const mistakes = (expr: string, kind: string) =>
  mutateExpression(expr)
    .filter((mutant) => mutant.kind === kind)
    .map((mutant) => mutant.expr);

describe('mutateExpression', () => {
  it('turns a comparison round, and moves its bound in or out', () => {
    expect(mistakes('a >= 3', 'comparison flipped')).toEqual(['a < 3']);
    expect(mistakes('a >= 3', 'bound included or excluded')).toEqual(['a > 3']);
    expect(mistakes('a < 3', 'bound included or excluded')).toEqual(['a <= 3']);
  });

  it('moves a number by one and by ten percent; whole ones by whole ones', () => {
    expect(mistakes('a < 0.6', 'number moved')).toEqual(['a < 0.606', 'a < 0.594', 'a < 0.66', 'a < 0.54']);
    expect(mistakes('a > 3', 'number moved')).toEqual(['a > 4', 'a > 2']);
    expect(mistakes('a > 200', 'number moved')).toEqual([201, 199, 202, 198, 220, 180].map((n) => `a > ${n}`));
  });

  it('doubles and halves windows and offsets', () => {
    expect(mistakes('rate(a[5m] offset 1h)', 'range doubled')).toEqual([
      'rate(a[600s] offset 1h)',
      'rate(a[5m] offset 7200s)',
    ]);
    expect(mistakes('rate(a[5m])', 'range halved')).toEqual(['rate(a[150s])']);
  });

  it('drops a matcher, or one of several values that it asks for', () => {
    expect(mistakes('a{b="c", d=~"e|f"}', 'matcher dropped')).toEqual(['a{d=~"e|f"}', 'a{b="c"}']);
    expect(mistakes('a{b="c", d=~"e|f"}', 'alternative dropped')).toEqual(['a{b="c", d=~"f"}', 'a{b="c", d=~"e"}']);
  });

  it('drops either side of a set operator, the guard of a whole, a grouping, a matching', () => {
    expect(mistakes('a or vector(0)', 'clause dropped')).toEqual(['a', 'vector(0)']);
    expect(mistakes('a / (b > 0)', 'clause dropped')).toEqual(['a / (b)']);
    expect(mistakes('sum by (x) (a)', 'grouping dropped')).toEqual(['sum by () (a)']);
    expect(mistakes('a and on () b', 'matching dropped')).toEqual(['a and  b']);
  });

  it('takes another aggregation, function or operator', () => {
    expect(mistakes('max(a)', 'aggregation changed')).toEqual(['min(a)']);
    expect(mistakes('rate(a[5m])', 'function changed')).toEqual(['delta(a[5m])']);
    expect(mistakes('a * b', 'operator changed')).toEqual(['a / b']);
  });

  it('makes each mistake once, and none that is no change', () => {
    const all = mutateExpression('max(a{b="c"} >= 10) / (d > 0) or vector(0)').map(({ expr }) => expr);
    expect(new Set(all).size).toBe(all.length);
    expect(all).not.toContain('max(a{b="c"} >= 10) / (d > 0) or vector(0)');
  });
});
