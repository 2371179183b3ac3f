import { stringify } from 'yaml';
import { type Catalog } from '../../src/catalog/catalog';
import { type Duration } from '../../src/catalog/exact/duration';
import {
  alertAnnotations,
  alertExpression,
  alertLabels,
  enabledLevels,
  evaluationOf,
  holdOf,
  type Alert,
} from '../../src/catalog/kinds/alert';
import { type System } from '../../src/catalog/kinds/system';
import { type Settings } from '../../src/catalog/settings/settings';
import { header, type Bundle } from './bundle';
import { alertLinks } from './links';

export interface RecordingRule {
  readonly record: string;
  readonly expr: string;
}

export interface AlertingRule {
  readonly alert: string;
  readonly expr: string;
  readonly for?: Duration;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** The rules of one system that are evaluated at one pace: one group, one file, recording rules first. */
export interface RuleFile {
  readonly path: string;
  readonly system: System;
  readonly interval: Duration;
  readonly alerts: readonly Alert[];
  readonly rules: ReadonlyArray<RecordingRule | AlertingRule>;
}

/** Rule files of a system, one per evaluation interval that its alerts need. */
export function ruleFiles(system: System, settings: Settings): RuleFile[] {
  const alerts = system.alerts.filter((alert) => enabledLevels(alert, settings).length > 0);
  const intervals = [...new Set(alerts.map((alert) => evaluationOf(alert, settings)))];
  return intervals.map((interval) => {
    const paced = alerts.filter((alert) => evaluationOf(alert, settings) === interval);
    return {
      path: `rules/${system.id}-${interval}.yaml`,
      system,
      interval,
      alerts: paced,
      rules: [...recordingRules(paced), ...paced.flatMap((alert) => alertingRules(system, alert, settings))],
    };
  });
}

/** A record that two alerts share stands once. */
function recordingRules(alerts: readonly Alert[]): RecordingRule[] {
  const byName = new Map(alerts.map(({ shape }) => [shape.record, { record: shape.record, expr: shape.expr }]));
  return [...byName.values()];
}

export function alertingRules(system: System, alert: Alert, settings: Settings): AlertingRule[] {
  const links = alertLinks(system, alert, settings);
  // The worst level first: Prometheus sends rule by rule, and a critical alert must be there to inhibit the warning.
  return enabledLevels(alert, settings)
    .reverse()
    .map((level) => {
      const hold = holdOf(alert, level);
      return {
        alert: alert.name,
        expr: alertExpression(alert, level),
        ...(hold !== '0s' && { for: hold }),
        labels: alertLabels(system.id, alert, level, settings),
        annotations: alertAnnotations(alert, level, links),
      };
    });
}

function renderRuleFile({ system, interval, rules }: RuleFile): string {
  const groups = [{ name: `genwatch-${system.id}-${interval}`, interval, rules }];
  return (
    header(`src/catalog/systems/${system.id}`) + stringify({ groups }, { lineWidth: 0, aliasDuplicateObjects: false })
  );
}

export function emitRules({ systems, settings }: Catalog): Bundle {
  const files = systems.flatMap((system) => ruleFiles(system, settings));
  return new Map(files.map((file) => [file.path, renderRuleFile(file)]));
}
