import { ALERT_LEVELS } from '../../../catalog/kinds/threshold';
import { type Settings } from '../../../catalog/settings/settings';

const COLORS = { info: 'blue', warning: 'orange', critical: 'red' } as const;

/** The installation's words for the severities as a value mapping. */
export const severityColors = ({ severities }: Settings) =>
  Object.fromEntries(
    ALERT_LEVELS.map((level, index) => [severities[level], { text: severities[level], color: COLORS[level], index }])
  );
