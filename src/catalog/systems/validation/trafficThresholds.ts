import { decision, own, quote } from '../../kinds/source';
import { thresholds } from '../../kinds/threshold';
import { type Settings } from '../../settings/settings';

/** When the traffic is not what it usually is. */
export const trafficThresholds = (settings: Settings) =>
  thresholds('validation', settings, {
    attempt_surge: {
      title: 'Repair attempts of the last hour, as a multiple of the mean hour before',
      unit: 'times',
      levels: { warning: '> 2' },
      floor: '10',
      history: '24h',
      sources: {
        warning: quote('validation', '3.2.2', 'AVG(hourly_attempts) * 2'),
        floor: decision('9', 'floor 10/h'),
        history: decision('9', 'silent until 24 h of history exist'),
      },
    },
    generation_success: {
      title: 'Generation success: requests that got their scene',
      unit: 'percent',
      levels: { target: '>= 90', warning: '< 70' },
      window: '24h',
      minimumSample: '20',
      for: { warning: '5m' },
      sources: {
        target: decision('17', 'Generation success: target 90'),
        warning: decision('17', 'Generation success: target 90, warning below 70'),
        window: own('as long as that of the success of repairs, so that the two can be compared'),
        minimumSample: decision('17', 'with ≥ 20 requests'),
        for: own('a day of requests changes slowly: five bad minutes are no accident'),
      },
    },
    silence: {
      title: 'Messages while no repair event came with them',
      unit: 'count',
      levels: { warning: '>= 50' },
      window: '6h',
      sources: {
        warning: decision('8', '≥ 50 messages and no repair event in 6 h'),
        window: decision('8', '≥ 50 messages and no repair event in 6 h'),
      },
    },
  });
