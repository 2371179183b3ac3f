import { readCourse } from './course';

describe('readCourse', () => {
  it('writes stretches in the notation of promtool, one after the other', () => {
    expect(readCourse('5 for 20m, gone for 5m, 0 growing by 3 for 10m, 9 growing by -1 for 1m', '1m')).toEqual({
      values: '5+0x19 _x5 0+3x9 9-1x0',
      seconds: 36 * 60,
    });
  });

  it.each([
    ['5', '"5" is no stretch of a series: write "5 for 20m"'],
    ['5 for 20', '"5 for 20" is no stretch'],
    ['5 for 90s', '"5 for 90s" does not hold a whole number of samples, of which there is one every 1m'],
    ['5 for 0m', '"5 for 0m" does not hold'],
  ])('refuses %p', (course, problem) => {
    expect(() => readCourse(course, '1m')).toThrow(problem);
  });
});
