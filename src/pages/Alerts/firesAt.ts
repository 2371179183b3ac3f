import { seconds } from '../../catalog/exact/duration';
import { holdOf } from '../../catalog/kinds/alert';
import { type AlertLevel } from '../../catalog/kinds/threshold';

/**
 * When a pending alert fires, in milliseconds since 1970: once its condition has held for long enough. Nothing when since
 * when it holds is not known.
 */
export function firesAt(
  since: number | undefined,
  alert: Parameters<typeof holdOf>[0],
  level: AlertLevel
): number | undefined {
  return since === undefined ? undefined : since + 1000 * seconds(holdOf(alert, level));
}
