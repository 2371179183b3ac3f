import { selecting } from '../../kinds/selector';
import { type SystemFactory } from '../../kinds/system';
import { validationAlerts } from './alerts';
import { validationDashboard } from './dashboard';
import { validationMetrics } from './metrics';
import { attemptsByScene, attemptsBySceneEver } from './queries/attemptsByScene';
import { chainSummary } from './queries/chainSummary';
import { errorPatterns } from './queries/errorPatterns';
import { offenders } from './queries/offenders';
import { repairEvents } from './queries/repairEvents';
import { validationThresholds } from './thresholds';

/** The code validator that repairs its own output; its data are the messages of the chats. */
export const validation: SystemFactory = (settings) => {
  const select = selecting(settings);
  const thresholds = validationThresholds(settings);
  const alerts = validationAlerts(select, thresholds);
  const queries = {
    chainSummary: chainSummary(settings, thresholds.attempt_limit),
    offenders: offenders(settings, thresholds.attempt_limit),
    attemptsByScene: attemptsByScene(settings, thresholds.attempt_limit),
    attemptsBySceneEver: attemptsBySceneEver(settings, thresholds.attempt_limit),
    errorPatterns: errorPatterns(settings),
    eventsOfHour: repairEvents(settings, '1h'),
    eventsOfDay: repairEvents(settings, '24h'),
  };
  return {
    id: 'validation',
    title: 'Code validation',
    description: 'A validator that repairs the code it generates, watched through the messages of its chats',
    thresholds: Object.values(thresholds),
    metrics: Object.values(validationMetrics),
    queries: Object.values(queries),
    alerts: Object.values(alerts),
    dashboards: [validationDashboard({ select, alerts, queries })],
  };
};
