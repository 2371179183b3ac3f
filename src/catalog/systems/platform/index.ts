import { selecting } from '../../kinds/selector';
import { type SystemFactory } from '../../kinds/system';
import { platformAlerts } from './alerts';
import { platformMetrics } from './metrics';
import { platformThresholds } from './thresholds';

/** Genwatch itself: does it still see, judge and deliver? */
export const platform: SystemFactory = (settings) => {
  const thresholds = platformThresholds(settings);
  return {
    id: 'platform',
    title: 'Platform',
    description: 'The monitoring itself: exporter, scrapes, rules and notifications',
    thresholds: Object.values(thresholds),
    metrics: Object.values(platformMetrics),
    queries: [],
    alerts: platformAlerts(settings, selecting(settings), thresholds),
    dashboards: [],
  };
};
