import { type Settings } from '../../src/catalog/settings/settings';
import { unitDefinition } from '../../src/catalog/exact/unit';
import { type Check } from './check';
import { type Report } from './report';

/** No rule has this name: who reads it knows that a health check spoke. */
export const HEALTH_ALERT = 'GenwatchHealthCheck';

/** An alert as Alertmanager takes it. */
export interface PostedAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/**
 * One alert per threshold that is bad, and one when something cannot be told. Their level is always the mildest, and
 * system, component and rule are those of the threshold: a rule that fires for the same reason inhibits them.
 */
export function healthAlerts({ checks, failures, verdict, database }: Report, settings: Settings): PostedAlert[] {
  const bad = checks.filter(({ status }) => status === 'warning' || status === 'critical');
  const alerts = bad.map((check) => alertOf(check, settings));
  const unanswered = failures.length > 0 || verdict === 'unknown';
  return unanswered ? [...alerts, cannotTell(failures, database, settings)] : alerts;
}

function alertOf(check: Check, settings: Settings): PostedAlert {
  const symbol = unitDefinition(check.unit).symbol;
  const value = `${check.value}${symbol}`;
  const condition = `${check.bound.level} ${check.bound.bound}${symbol}`;
  return {
    labels: {
      ...settings.labels,
      ...settings.alerts[check.alert]?.labels,
      ...check.labels,
      alertname: HEALTH_ALERT,
      severity: settings.severities.info,
      system: check.system,
      component: check.component,
      rule: check.threshold,
    },
    annotations: {
      summary: `The health check finds ${check.title} ${check.status}`,
      description: `${check.title}: ${value} (${condition}).`,
      value,
      condition,
      actions: '1. Open the runbook\n2. If no rule fires for this, see why: Prometheus, its rules, the exporter',
      runbook_url: `${settings.links.runbooks}/${check.alert}.md`,
      dashboard_url: settings.links.grafana ?? settings.links.prometheus,
    },
  };
}

function cannotTell(failures: Report['failures'], database: string | null, settings: Settings): PostedAlert {
  const [first] = failures;
  const reason = first
    ? [first.reason, first.code].filter((part) => part !== undefined).join(', ')
    : 'nothing to judge';
  return {
    labels: {
      ...settings.labels,
      alertname: HEALTH_ALERT,
      severity: settings.severities.info,
      system: 'platform',
      component: 'health-check',
      rule: 'platform.health_check',
    },
    annotations: {
      summary: 'The health check cannot tell how the systems do',
      description: `Reading ${database ?? 'the database'} failed (${reason}).`,
      value: reason,
      condition: 'every question is answered',
      actions: `1. ${first?.remedy ?? 'Run genwatch health by hand and read what it says'}`,
      runbook_url: `${settings.links.runbooks}/GenwatchExporterUnreachable.md`,
      dashboard_url: settings.links.grafana ?? settings.links.prometheus,
    },
  };
}
