import { parseBound, type Bound } from '../../../exact/bound';
import { alertLevels, type AlertLevel, type Threshold } from '../../../kinds/threshold';

/**
 * The fewest attempts with which a chain breaks the limit: 4 for `> 3`. Without a level the mildest one counts.
 * @throws Error when the level is no upper limit
 */
export function fewestOverLimit(threshold: Threshold, level = alertLevels(threshold)[0]): number {
  const bound = level && threshold.levels[level];
  if (!bound?.startsWith('>')) {
    throw new Error(`${threshold.id} is no upper limit of attempts: give it a level like "> 3"`);
  }
  const { operator, value } = parseBound(bound as Bound);
  const unit = 10n ** BigInt(value.scale);
  const whole = Number(value.digits / unit);
  return operator === '>=' && value.digits % unit === 0n ? whole : whole + 1;
}

/** The same for the level that allows the most attempts; at least 1. */
export const fewestOverEveryLimit = (threshold: Threshold): number =>
  Math.max(1, ...alertLevels(threshold).map((level: AlertLevel) => fewestOverLimit(threshold, level)));
