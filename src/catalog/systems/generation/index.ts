import { selecting } from '../../kinds/selector';
import { type SystemFactory } from '../../kinds/system';
import { generationAlerts } from './alerts';
import { generationMetrics } from './metrics';
import { lastDay } from './queries/lastDay';
import { lastHour } from './queries/lastHour';
import { lastWeek } from './queries/lastWeek';
import { pageQueries } from './queries/pageQueries';
import { recovery } from './queries/recovery';
import { triggerErrors } from './queries/triggerErrors';
import { unknownMessages } from './queries/unknownMessages';
import { generationTables } from './tables';
import { generationThresholds } from './thresholds';
import { unknownMetrics } from './unknownMetrics';

/** The generator that learns tests from its failures. */
export const generation: SystemFactory = (settings) => {
  const thresholds = generationThresholds(settings);
  const alerts = generationAlerts(selecting(settings), thresholds);
  const queries = {
    ...pageQueries(settings),
    lastHour: lastHour(settings),
    lastDay: lastDay(settings),
    lastWeek: lastWeek(settings),
    recovery: recovery(settings),
    triggerErrors: triggerErrors(settings),
  };
  return {
    id: 'generation',
    title: 'Generation',
    description:
      'A generator that learns tests from its failures, watched through what fails, what succeeds and what it learned',
    thresholds: Object.values(thresholds),
    metrics: [...Object.values(generationMetrics), ...Object.values(unknownMetrics)],
    tables: generationTables(settings),
    queries: Object.values(queries),
    unknownMessages: unknownMessages(settings),
    alerts: Object.values(alerts),
    dashboards: [],
  };
};
