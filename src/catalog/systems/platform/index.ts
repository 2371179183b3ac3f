import { selecting } from '../../kinds/selector';
import { type SystemFactory } from '../../kinds/system';
import { platformAlerts } from './alerts';
import { platformDashboard } from './dashboard';
import { platformMetrics } from './metrics';
import { platformThresholds } from './thresholds';

/** Genwatch itself: does it still see, judge and deliver? */
export const platform: SystemFactory = (settings) => {
  const select = selecting(settings);
  const thresholds = platformThresholds(settings);
  const alerts = platformAlerts(settings, select, thresholds);
  return {
    id: 'platform',
    title: 'Platform',
    description: 'The monitoring itself: exporter, scrapes, rules and notifications',
    thresholds: Object.values(thresholds),
    metrics: Object.values(platformMetrics),
    queries: [],
    alerts: Object.values(alerts),
    dashboards: [platformDashboard(select, alerts)],
  };
};
