import { parseBound } from '../../catalog/exact/bound';
import { print } from '../../catalog/exact/decimal';
import { GUARDS, LEVELS, type Threshold } from '../../catalog/kinds/threshold';

/** Everything of a threshold that `genwatch.config.yaml` can change, with the values it has now, as YAML. */
export function overrideSnippet(threshold: Threshold): string {
  const { id, levels, for: hold } = threshold;
  const bounds = LEVELS.flatMap((level) => {
    const bound = levels[level];
    return bound ? [`${level}: ${print(parseBound(bound).value)}`] : [];
  });
  const holds = Object.entries(hold ?? {}).map(([level, duration]) => `${level}: ${duration}`);
  const values = [
    ...bounds,
    ...GUARDS.flatMap((guard) => (threshold[guard] ? [`${guard}: ${threshold[guard]}`] : [])),
    ...(holds.length > 0 ? [`for: { ${holds.join(', ')} }`] : []),
  ];
  return ['thresholds:', `  ${id}:`, ...values.map((value) => `    ${value}`)].join('\n');
}
