import { problem } from '../kinds/problem';
import { explain } from './explain';
import { locate } from './locate';

const TEXT = ['# settings', 'thresholds:', '  a.b:', '    critical: 5', 'disabled:', '  - A', '  - B', ''].join('\n');
const at = (...path: string[]) => locate(TEXT, [problem(path, 'm', 'r')]).map(({ line, column }) => [line, column]);

describe('the place of a problem', () => {
  it('is the key at its path, or the item of a list', () => {
    expect(at('thresholds', 'a.b', 'critical')).toEqual([[4, 5]]);
    expect(at('disabled', '1')).toEqual([[7, 5]]);
  });

  it('is the nearest key above when the path is not in the file', () => {
    expect(at('thresholds', 'a.b', 'for', 'critical')).toEqual([[3, 3]]);
    expect(at('thresholds', 'c.d')).toEqual([[2, 1]]);
  });

  it('is the start of the file when nothing of it is there', () => {
    expect(at('scrape', 'timeout')).toEqual([[1, 1]]);
    expect(at()).toEqual([[1, 1]]);
  });

  it('orders problems as the file does', () => {
    const paths = [['disabled', '0'], ['thresholds', 'a.b'], ['nowhere']];
    const located = locate(
      TEXT,
      paths.map((path) => problem(path, 'm', 'r'))
    );
    expect(located.map(({ line }) => line)).toEqual([1, 3, 6]);
  });
});

describe('the explanation', () => {
  it('says file, place, setting, mistake and remedy, one line each', () => {
    const problems = locate(TEXT, [
      problem(['disabled', '1'], 'unknown alert "B"', 'did you mean "A"?'),
      problem([], 'm', 'r'),
    ]);
    expect(explain(problems)).toBe(
      'genwatch.config.yaml:1:1  m → r\ngenwatch.config.yaml:7:5  disabled.1: unknown alert "B" → did you mean "A"?'
    );
  });

  it('is empty when all is well', () => {
    expect(explain([])).toBe('');
  });
});
