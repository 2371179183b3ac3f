import { parseBound } from '../../catalog/exact/bound';
import { print } from '../../catalog/exact/decimal';
import { LEVELS, type Threshold } from '../../catalog/kinds/threshold';

/** Everything of a threshold that `genwatch.config.yaml` can change, with the values it has now, as YAML. */
export function overrideSnippet({ id, levels, window, minimumSample, for: hold }: Threshold): string {
  const bounds = LEVELS.flatMap((level) => {
    const bound = levels[level];
    return bound ? [`${level}: ${print(parseBound(bound).value)}`] : [];
  });
  const holds = Object.entries(hold ?? {}).map(([level, duration]) => `${level}: ${duration}`);
  const values = [
    ...bounds,
    ...(window ? [`window: ${window}`] : []),
    ...(minimumSample ? [`minimumSample: ${minimumSample}`] : []),
    ...(holds.length > 0 ? [`for: { ${holds.join(', ')} }`] : []),
  ];
  return ['thresholds:', `  ${id}:`, ...values.map((value) => `    ${value}`)].join('\n');
}
