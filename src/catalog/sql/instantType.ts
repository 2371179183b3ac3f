import { type Settings } from '../settings/settings';
import { literal } from './literal';

/** Type and default of a column that tells when its row was written. */
export const instantType = (type: 'timestamptz' | 'timestamp', { zones }: Pick<Settings, 'zones'>): string =>
  `${type} NOT NULL DEFAULT ${type === 'timestamptz' ? 'now()' : `(now() AT TIME ZONE ${literal(zones.timestamps)})`}`;
