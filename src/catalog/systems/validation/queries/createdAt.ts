import { type Settings } from '../../../settings/settings';
import { type InstantColumn } from '../../../sql/instant';

/** When a message was written, as the installation stores it. */
export const createdAt = ({ validation: { messages }, zones }: Settings): InstantColumn => ({
  column: messages.columns.created_at,
  type: messages.timestamps,
  zone: zones.timestamps,
});
