import { decimal, ONE, print, ZERO, type Decimal } from '../exact/decimal';
import { matchers, promql, seriesName, type Selector } from '../kinds/selector';
import { gauge, type Series } from './series';
import { type Shape } from './shape';

/**
 * How many of the instances that Prometheus can scrape do not expose something that rules read, for each of `required`
 * under the name of its metric. Without such an instance there is no value: who scrapes nothing misses nothing.
 *
 * @param up the `up` of the instances
 */
export function lacking(record: string, up: Selector, required: readonly [Selector, ...Selector[]]): Shape {
  const answering = `${promql(up)} == 1`;
  const each = required.map(({ metric }) => ({ metric: metric.name }));
  const missing = (selector: Selector) =>
    `label_replace(sum(${answering}) - (sum(${answering} and on (instance) ${promql(selector)}) or vector(0)), ` +
    `"metric", "${selector.metric.name}", "", "")`;
  const target = (instance: string, answers: Decimal = ONE) => gauge(up, answers, { instance });
  const serves = (instance: string, selectors: readonly Selector[] = required) =>
    selectors.map((selector) => gauge(selector, ONE, { instance }));
  const complete = (instance: string) => [target(instance), ...serves(instance)];
  const bare = (howMany: number) => Array.from({ length: howMany }, (_, i) => target(`${i}:1`));
  return {
    kind: 'lacking',
    record,
    expr: required.map(missing).join(' or '),
    reads: [up, ...required],
    keeps: ['metric'],
    each,
    literals: ['0', '1', ...required.flatMap(({ match: { le } }) => (le === undefined ? [] : [[le].flat()[0] ?? '']))],
    breach: ({ operator, value }) => `${record} ${operator} ${print(value)}`,
    drive: (value) => [...bare(Number(print(value))), ...complete('complete:1')],
    step: ONE,
    range: { min: ZERO },
    window: '0s',
    warmup: '0s',
    holds: '0s',
    instances: 'counted',
    whenMissing: 'silent',
    edges: () => [
      { name: 'no instance exposes anything', series: bare(2), value: decimal('2') },
      { name: 'several are complete', series: [...complete('b:1'), ...complete('c:1'), ...bare(1)], value: ONE },
      {
        name: 'an instance that does not answer is no matter of the contract',
        series: [...complete('b:1'), target('down:1', ZERO), ...serves('down:1')],
        value: ZERO,
      },
      { name: 'no instance answers', series: [target('down:1', ZERO)] },
      {
        name: 'what an instance exposes has labels of its own',
        series: [
          target('a:1'),
          ...serves('a:1').map((series) => ({ ...series, labels: { ...series.labels, own: 'label' } })),
        ],
        value: ZERO,
      },
      ...required.map((one) => ({
        name: `only ${one.metric.name} is missing`,
        series: [
          target('a:1'),
          ...serves(
            'a:1',
            required.filter((other) => other !== one)
          ),
        ],
        apart: required.map(({ metric }) => ({
          labels: { metric: metric.name },
          value: metric === one.metric ? ONE : ZERO,
        })),
      })),
      ...required.flatMap((one) =>
        Object.keys(matchers(one)).map((label) => ({
          name: `${seriesName(one)} is there with another ${label} only`,
          series: [target('a:1'), ...serves('a:1').map((series) => strange(series, seriesName(one), label))],
          apart: required.map(({ metric }) => ({
            labels: { metric: metric.name },
            value: metric === one.metric ? ONE : ZERO,
          })),
        }))
      ),
    ],
  };
}

const strange = (series: Series, name: string, label: string): Series =>
  series.name === name ? { ...series, labels: { ...series.labels, [label]: 'stranger' } } : series;
