import { applies, parseBound, type Bound } from '../exact/bound';
import { compare, decimal, isDecimal, print, ZERO } from '../exact/decimal';
import { unitDefinition, type Unit } from '../exact/unit';
import { problem, type Problem } from '../kinds/problem';
import { type System } from '../kinds/system';
import { LEVELS, type Level, type Threshold } from '../kinds/threshold';
import { type Settings } from './settings';

const HUNDRED = decimal('100');

/** Overridden bounds outside of what their unit can be, or where an alert would fire always or never. */
export function checkBounds(settings: Settings, systems: readonly System[]): Problem[] {
  return systems
    .flatMap(({ thresholds }) => thresholds)
    .flatMap((threshold) =>
      LEVELS.filter((level) => settings.thresholds[threshold.id]?.[level] !== undefined).flatMap((level) =>
        checkBound(threshold, level)
      )
    );
}

function checkBound({ id, unit, levels }: Threshold, level: Level): Problem[] {
  const bound = levels[level];
  // checkThreshold tells of bounds that are no numbers.
  if (bound === undefined || !isDecimal(bound.split(' ')[1] ?? '')) {
    return [];
  }
  const path = ['thresholds', id, level];
  const { value } = parseBound(bound);
  const { symbol } = unitDefinition(unit);
  const most = unit === 'percent' ? HUNDRED : undefined;
  if (compare(value, ZERO) < 0 || (most && compare(value, most) > 0)) {
    const range = most ? `between 0 and ${print(most)}` : '0 or more';
    return [
      problem(path, `${print(value)}${symbol} is out of range`, `write a number ${range}${symbol && ` (in${symbol})`}`),
    ];
  }
  const always = alwaysOrNever(bound, unit);
  return always === undefined || level === 'target'
    ? []
    : [
        problem(
          path,
          `"${bound}${symbol}" would ${always ? 'always' : 'never'} fire`,
          always ? 'choose another bound' : 'choose another bound, or list the alert in "disabled"'
        ),
      ];
}

/** Whether every possible value meets the bound, or none does; nothing when it depends. */
function alwaysOrNever(bound: Bound, unit: Unit): boolean | undefined {
  const parsed = parseBound(bound);
  const least = applies(parsed, ZERO);
  // Without a greatest value, one just beyond the bound stands for it.
  const greatest = unit === 'percent' ? applies(parsed, HUNDRED) : parsed.operator.startsWith('>');
  return least === greatest ? least : undefined;
}
