import { type Catalog } from '../../../src/catalog/catalog';
import { type Duration } from '../../../src/catalog/exact/duration';
import { ALERT_LEVELS } from '../../../src/catalog/kinds/threshold';
import { type Settings } from '../../../src/catalog/settings/settings';
import { slackConfig, TEMPLATE_FILE, type SlackConfig } from './slack';

/** What Genwatch writes of Alertmanager's configuration file, in Alertmanager's own words. */
export interface AlertmanagerConfig {
  readonly templates: readonly string[];
  readonly route: Route;
  readonly inhibit_rules: readonly InhibitRule[];
  readonly receivers: readonly Receiver[];
}

export interface Route {
  readonly receiver: string;
  readonly matchers?: readonly string[];
  readonly continue?: boolean;
  readonly group_by?: readonly string[];
  readonly group_wait?: Duration;
  readonly group_interval?: Duration;
  readonly repeat_interval?: Duration;
  readonly routes?: readonly Route[];
}

interface InhibitRule {
  readonly source_matchers: readonly string[];
  readonly target_matchers: readonly string[];
  readonly equal: readonly string[];
}

interface Receiver {
  readonly name: string;
  readonly webhook_configs?: ReadonlyArray<{ readonly url: string; readonly send_resolved: boolean }>;
  readonly slack_configs?: readonly SlackConfig[];
}

/** Notifications are grouped by what is broken; a component belongs to one system, so all systems share one route. */
const GROUPING = ['component'] as const;

/** What two levels of one alert have in common. */
const SAME_ALERT = ['system', 'component', 'rule'] as const;

/** Rule of the alert that always fires. */
const WATCHDOG = 'platform.watchdog';

/** Routing, grouping, inhibition and receivers, out of the settings; the same object for the same settings. */
export function alertmanagerConfig({ settings, systems }: Catalog): AlertmanagerConfig {
  const channels = channelReceivers(settings);
  const { delivery, severities } = settings;
  return {
    templates: [TEMPLATE_FILE],
    route: {
      receiver: 'console',
      group_by: GROUPING,
      group_wait: delivery.groupWait,
      group_interval: delivery.groupInterval,
      repeat_interval: delivery.repeatInterval,
      routes: [watchdogRoute, ...channelRoutes(channels)],
    },
    inhibit_rules: inhibitRules(severities, [...SAME_ALERT, ...judgedApart(systems)]),
    receivers: [...channels, watchdogReceiver(settings)],
  };
}

/** Sent about once a minute: repeats are looked at once per group_interval, so that one has to be shorter. */
const watchdogRoute: Route = {
  receiver: 'watchdog',
  matchers: [matcher('rule', WATCHDOG)],
  group_wait: '0s',
  group_interval: '10s',
  repeat_interval: '1m',
};

/** The console, and whoever else is to notice that the watchdog stopped. One that resolves is no sign of life. */
function watchdogReceiver({ receivers: { console, deadman } }: Settings): Receiver {
  const urls = [`${console}/watchdog`, ...(deadman ? [deadman.url] : [])];
  return { name: 'watchdog', webhook_configs: urls.map((url) => ({ url, send_resolved: false })) };
}

/** Labels by which one alert judges things apart: a critical source must not silence the warning of another. */
export const judgedApart = (systems: Catalog['systems']): string[] =>
  [...new Set(systems.flatMap(({ alerts }) => alerts.flatMap(({ shape }) => shape.keeps)))]
    .filter((label) => !SAME_ALERT.some((one) => one === label))
    .sort();

/** One receiver per channel, each with its own retries: one that is down holds up no other. */
function channelReceivers({ receivers }: Settings): Receiver[] {
  const { slack, webhook } = receivers;
  return [
    { name: 'console', webhook_configs: [{ url: `${receivers.console}/alertmanager`, send_resolved: true }] },
    ...(slack ? [{ name: 'slack', slack_configs: [slackConfig(slack)] }] : []),
    ...(webhook ? [{ name: 'webhook', webhook_configs: [{ url: webhook.url, send_resolved: true }] }] : []),
  ];
}

/** Every channel gets every alert; with the console alone the parent route says all. */
function channelRoutes(channels: readonly Receiver[]): Route[] {
  return channels.length > 1 ? channels.map(({ name }) => ({ receiver: name, continue: true })) : [];
}

/** A worse level silences the milder ones of the same rule. */
function inhibitRules(severities: Settings['severities'], equal: readonly string[]): InhibitRule[] {
  // Alerts of other origin lack all the labels of `equal`, which would count as equal.
  const ours = 'rule=~".+"';
  return ALERT_LEVELS.flatMap((milder, i) =>
    ALERT_LEVELS.slice(i + 1).map((worse) => ({
      source_matchers: [matcher('severity', severities[worse]), ours],
      target_matchers: [matcher('severity', severities[milder]), ours],
      equal,
    }))
  );
}

/** Equality, quoted as Alertmanager reads it. */
function matcher(label: string, value: string): string {
  return `${label}="${value.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n')}"`;
}
