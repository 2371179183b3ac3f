import { PluginExtensionPoints, type PluginExtensionAddedLinkConfig } from '@grafana/data';

import { appUrl } from '../app/appUrl';

/** What Grafana tells of an alerting rule; only those that carry our label as their origin ask for links. */
interface RuleContext {
  readonly name: string;
}

/** From one of our rules in Grafana's list to what to do about it. */
export const ruleLink: PluginExtensionAddedLinkConfig<RuleContext> = {
  targets: PluginExtensionPoints.AlertingAlertingRuleAction,
  title: 'Open alert in Genwatch',
  description: 'What the alert means, its numbered actions and its runbook',
  icon: 'bell',
  // Grafana refuses a link without one, even if it is configured for each rule.
  path: appUrl('alerts'),
  configure: (rule) => (rule ? { path: appUrl('alerts', rule.name) } : undefined),
};
