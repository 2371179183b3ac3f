import { type Scenario } from '../../../tools/scenarios/scenario';

const failures = (group: string) =>
  `prometheus_rule_evaluation_failures_total{job="prometheus", instance="p:1", rule_group="${group}"}`;
const dropped = 'prometheus_notifications_dropped_total{job="prometheus", instance="p:1"}';

export const restartOfPrometheus: Scenario = {
  name: 'Prometheus starts again, and its counters with it',
  about: ['GenwatchRulesFailing', 'GenwatchAlertsDropped'],
  every: '15s',
  series: {
    [failures('a')]: '70 for 20m, 0 for 10m, 0 growing by 1 for 5m, 19 for 15m',
    [failures('b')]: '0 for 50m',
    [dropped]: '12 for 20m, gone for 1m, 3 for 29m',
  },
  looks: [
    { at: '10m', firing: [], because: 'what failed long ago is over' },
    {
      at: '23m',
      firing: ['GenwatchAlertsDropped critical'],
      because: 'from 70 to 0 is a restart and no failure; from 12 to 3 is a restart and three alerts dropped since',
    },
    { at: '29m', firing: [], because: 'the restart has left the window' },
    { at: '34m', firing: ['GenwatchRulesFailing critical rule_group=a'], because: 'a rule fails, of one group alone' },
    { at: '44m', firing: [], because: 'nothing failed within the last five minutes' },
  ],
};
