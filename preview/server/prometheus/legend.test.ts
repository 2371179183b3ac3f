import { type Series } from './askPrometheus';
import { legend } from './legend';

const series = (labels: Record<string, string>): Series => ({ labels, times: [], values: [] });
const up = series({ __name__: 'up', job: 'api', instance: 'a' });

describe('the legend of a series', () => {
  it('fills in labels, and keeps the name of one that is missing', () => {
    expect(legend(up, '{{job}} at {{ instance }} in {{zone}}', [up])).toBe('api at a in zone');
  });

  it('is the one label that differs, when it is left to Grafana', () => {
    expect(legend(up, '__auto', [up, series({ __name__: 'up', job: 'api', instance: 'b' })])).toBe('a');
  });

  it('is the selector otherwise', () => {
    expect(legend(up, '', [up])).toBe('up{job="api", instance="a"}');
    expect(legend(up, '__auto', [up])).toBe('up{job="api", instance="a"}');
    expect(legend(series({}), '', [])).toBe('{}');
  });
});
