import { type Settings } from '../../../settings/settings';
import { type InstantColumn } from '../../../sql/instant';

/** When a log line was written, as the installation stores it. */
export const loggedAt = ({ validation: { logs }, zones }: Settings): InstantColumn => ({
  column: logs.columns.created_at,
  type: logs.timestamps,
  zone: zones.timestamps,
});
