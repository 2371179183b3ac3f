import { decision, quote } from '../../kinds/source';
import { thresholds } from '../../kinds/threshold';
import { type Settings } from '../../settings/settings';

/** When the traffic is not what it usually is. */
export const trafficThresholds = (settings: Settings) =>
  thresholds('validation', settings, {
    attempt_surge: {
      title: 'Repair attempts of the last hour, as a multiple of the mean hour before',
      unit: 'multiple',
      levels: { warning: '> 2' },
      floor: '10',
      history: '24h',
      sources: {
        warning: quote('validation', '3.2.2', 'AVG(hourly_attempts) * 2'),
        floor: decision('9', 'floor 10/h'),
        history: decision('9', 'silent until 24 h of history exist'),
      },
    },
  });
