import { type Alert } from '../../kinds/alert';
import { type Select } from '../../kinds/selector';
import { increase } from '../../shapes/increase';
import { platformMetrics as metrics } from './metrics';
import { type platformThresholds } from './thresholds';

/** From a rule's evaluation to a person: what Prometheus and Alertmanager tell of themselves. */
export function deliveryAlerts(select: Select, thresholds: ReturnType<typeof platformThresholds>) {
  const { rules_failing, rules_slow, alertmanager_unreached, alerts_dropped, notifications_failing } = thresholds;
  const named = (what: string, { window = '5m' }: { readonly window?: Alert['threshold']['window'] }) => ({
    record: `platform:${what}:increase_${window}`,
    window,
  });
  const failures = named('rule_failures', rules_failing);
  const missed = named('rule_rounds_missed', rules_slow);
  const errors = named('alertmanager_errors', alertmanager_unreached);
  const dropped = named('alerts_dropped', alerts_dropped);
  const failed = named('notifications_failed', notifications_failing);
  return {
    rulesFailing: {
      name: 'GenwatchRulesFailing',
      component: 'rules',
      threshold: rules_failing,
      shape: increase(failures.record, select(metrics.ruleFailures), failures.window, { by: ['rule_group'] }),
      summary: 'Prometheus cannot evaluate a rule',
      steps: [
        'Read the error of the rule on the page /rules of Prometheus',
        'Check what was deployed since: rules, or the labels of the series they read',
        'Generate the rules again, check them with promtool and reload Prometheus',
      ],
    },
    rulesSlow: {
      name: 'GenwatchRulesSlow',
      component: 'rules',
      threshold: rules_slow,
      shape: increase(missed.record, select(metrics.missedRounds), missed.window, { by: ['rule_group'] }),
      summary: 'Prometheus leaves out rounds of its rules',
      steps: [
        'Find the slow group: compare its duration with its interval',
        'Check whether the host of Prometheus is short of CPU, memory or disk',
        'Give the group a longer interval, or Prometheus more room',
      ],
    },
    alertmanagerUnreached: {
      name: 'GenwatchAlertmanagerUnreached',
      component: 'delivery',
      threshold: alertmanager_unreached,
      shape: increase(errors.record, select(metrics.sendErrors), errors.window, { by: ['alertmanager'] }),
      summary: 'Prometheus does not reach an Alertmanager',
      steps: [
        'Check that the Alertmanager runs and answers on the address of the alert',
        'Read the log of Prometheus: it names the error of each try',
        'Correct its address or the way to it, and reload Prometheus',
      ],
    },
    alertsDropped: {
      name: 'GenwatchAlertsDropped',
      component: 'delivery',
      threshold: alerts_dropped,
      shape: increase(dropped.record, select(metrics.droppedAlerts), dropped.window),
      summary: 'Alerts were dropped: no Alertmanager took them',
      steps: [
        'Check whether any Alertmanager answers',
        'Look at the firing alerts on the page /alerts of Prometheus: nobody else was told of them',
        'Start Alertmanager: Prometheus sends what still fires by itself',
      ],
    },
    notificationsFailing: {
      name: 'GenwatchNotificationsFailing',
      component: 'delivery',
      threshold: notifications_failing,
      shape: increase(failed.record, select(metrics.failedNotifications), failed.window, { by: ['integration'] }),
      summary: 'Alertmanager could not deliver notifications',
      steps: [
        'Read the log of Alertmanager: it names the receiver and the error',
        'Look at the alerts on the page of Alertmanager: somebody was not told of them',
        'Mend the receiver, its address or its secret, and see the next notification arrive',
      ],
    },
  } satisfies Record<string, Alert>;
}
