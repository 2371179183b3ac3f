import { selecting } from '../../kinds/selector';
import { type SystemFactory } from '../../kinds/system';
import { validationAlerts } from './alerts';
import { validationChecklists } from './checklists';
import { validationDashboard } from './dashboard';
import { validationLight } from './light';
import { validationMetrics } from './metrics';
import { performanceAlerts } from './performanceAlerts';
import { performanceMetrics } from './performanceMetrics';
import { performanceThresholds } from './performanceThresholds';
import { attemptBaseline } from './queries/attemptBaseline';
import { attemptsByScene, attemptsBySceneEver } from './queries/attemptsByScene';
import { attemptsOverTime } from './queries/attemptsOverTime';
import { chainLengths } from './queries/chainLengths';
import { chainSummary } from './queries/chainSummary';
import { documentedAttemptRate } from './queries/documented/attemptRate';
import { documentedErrorPatterns } from './queries/documented/errorPatterns';
import { documentedGenerationSuccess } from './queries/documented/generationSuccess';
import { documentedHealthNow } from './queries/documented/healthNow';
import { documentedInfiniteLoops } from './queries/documented/infiniteLoops';
import { documentedSuccessPerDay } from './queries/documented/successPerDay';
import { documentedLowSuccess, documentedSuccessRate } from './queries/documented/successRate';
import { documentedTrips } from './queries/documented/trips';
import { documentedUnknownErrors } from './queries/documented/unknownErrors';
import { documentedUserExperience } from './queries/documented/userExperience';
import { documentedValidationLogs } from './queries/documented/validationLogs';
import { documentedWeekly } from './queries/documented/weekly';
import { errorPatterns } from './queries/errorPatterns';
import { generationSuccess } from './queries/generationSuccess';
import { healthNow } from './queries/healthNow';
import { lastDay } from './queries/lastDay';
import { offenders } from './queries/offenders';
import { scenes } from './queries/scenes';
import { requestSummary } from './queries/requestSummary';
import { successPerDay } from './queries/successPerDay';
import { traffic as messagesAndEvents } from './queries/traffic';
import { unknownMessages } from './queries/unknownMessages';
import { userExperience } from './queries/userExperience';
import { validationLogs } from './queries/validationLogs';
import { weekly } from './queries/weekly';
import { repairEvents } from './queries/repairEvents';
import { validationSummaries } from './summaries';
import { validationTables } from './tables';
import { validationThresholds } from './thresholds';
import { trafficAlerts } from './trafficAlerts';
import { trafficMetrics } from './trafficMetrics';
import { trafficThresholds } from './trafficThresholds';

/** The code validator that repairs its own output; its data are the messages of the chats. */
export const validation: SystemFactory = (settings) => {
  const select = selecting(settings);
  const thresholds = validationThresholds(settings);
  const performance = performanceThresholds(settings);
  const traffic = trafficThresholds(settings);
  const alerts = {
    ...validationAlerts(select, thresholds),
    ...trafficAlerts(select, traffic),
    ...performanceAlerts(settings, select, performance),
  };
  const light = validationLight(select, thresholds, alerts);
  const queries = {
    chainSummary: chainSummary(settings, thresholds.attempt_limit),
    scenes: scenes(settings),
    chainLengths: chainLengths(settings, thresholds.attempt_limit),
    attemptsOverTime: attemptsOverTime(settings),
    offenders: offenders(settings, thresholds.attempt_limit),
    attemptsByScene: attemptsByScene(settings, thresholds.attempt_limit),
    attemptsBySceneEver: attemptsBySceneEver(settings, thresholds.attempt_limit),
    errorPatterns: errorPatterns(settings),
    successPerDay: successPerDay(settings, thresholds.attempt_limit),
    healthNow: healthNow(settings),
    weekly: weekly(settings, thresholds.attempt_limit),
    userExperience: userExperience(settings),
    generationSuccess: generationSuccess(settings),
    validationLogs: validationLogs(settings),
    documentedSuccessPerDay: documentedSuccessPerDay(settings),
    documentedErrorPatterns: documentedErrorPatterns(settings),
    documentedHealthNow: documentedHealthNow(settings),
    documentedWeekly: documentedWeekly(settings),
    documentedTrips: documentedTrips(settings),
    documentedLowSuccess: documentedLowSuccess(settings, thresholds.success_rate),
    documentedUnknownErrors: documentedUnknownErrors(settings),
    documentedAttemptRate: documentedAttemptRate(settings),
    documentedUserExperience: documentedUserExperience(settings),
    documentedGenerationSuccess: documentedGenerationSuccess(settings),
    documentedInfiniteLoops: documentedInfiniteLoops(settings, thresholds.attempt_limit),
    documentedSuccessRate: documentedSuccessRate(settings),
    documentedValidationLogs: documentedValidationLogs(settings),
    eventsOfHour: repairEvents(settings),
    lastDay: lastDay(settings, thresholds.attempt_limit),
    attemptBaseline: attemptBaseline(settings),
    requestSummary: requestSummary(settings),
    traffic: messagesAndEvents(settings),
  };
  return {
    id: 'validation',
    title: 'Code validation',
    description: 'A validator that repairs the code it generates, watched through the messages of its chats',
    thresholds: [...Object.values(thresholds), ...Object.values(traffic), ...Object.values(performance)],
    metrics: [
      ...Object.values(validationMetrics),
      ...Object.values(trafficMetrics),
      ...Object.values(performanceMetrics),
    ],
    tables: validationTables(settings),
    queries: Object.values(queries),
    unknownMessages: unknownMessages(settings),
    alerts: Object.values(alerts),
    dashboards: [validationDashboard({ select, alerts, light, queries })],
    checklists: validationChecklists,
    summaries: validationSummaries,
    light,
  };
};
