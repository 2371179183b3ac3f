import { selecting } from '../../kinds/selector';
import { type SystemFactory } from '../../kinds/system';
import { generationAlerts } from './alerts';
import { generationDashboard } from './dashboard';
import { healthNow } from './healthNow';
import { generationMetrics } from './metrics';
import { dashboardQueries } from './queries/dashboardQueries';
import { exporterQueries } from './queries/exporterQueries';
import { pageQueries } from './queries/pageQueries';
import { unknownMessages } from './queries/unknownMessages';
import { reviewedTests } from './reviewedTests';
import { generationTables } from './tables';
import { generationThresholds } from './thresholds';
import { unknownMetrics } from './unknownMetrics';

/** The generator that learns tests from its failures. */
export const generation: SystemFactory = (settings) => {
  const thresholds = generationThresholds(settings);
  const select = selecting(settings);
  const alerts = generationAlerts(select, thresholds);
  const queries = { ...dashboardQueries(settings), ...pageQueries(settings) };
  return {
    id: 'generation',
    title: 'Generation',
    description:
      'A generator that learns tests from its failures, watched through what fails, what succeeds and what it learned',
    thresholds: Object.values(thresholds),
    metrics: [...Object.values(generationMetrics), ...Object.values(unknownMetrics)],
    tables: generationTables(settings),
    queries: [...Object.values(queries), ...Object.values(exporterQueries(settings))],
    unknownMessages: unknownMessages(settings),
    reviewedTests: reviewedTests(settings),
    alerts: Object.values(alerts),
    health: healthNow(select),
    dashboards: [generationDashboard({ select, alerts, queries })],
  };
};
