import { stringify } from 'yaml';
import { type Catalog } from '../../src/catalog/catalog';
import { seconds, type Duration } from '../../src/catalog/exact/duration';
import {
  alertAnnotations,
  alertExpression,
  alertLabels,
  enabledLevels,
  evaluationOf,
  holdOf,
  type Alert,
} from '../../src/catalog/kinds/alert';
import {
  ALERTS_INPUT,
  alertsInputExpression,
  lightExpression,
  lightInputExpression,
  type Light,
} from '../../src/catalog/kinds/light';
import { type System } from '../../src/catalog/kinds/system';
import { type Settings } from '../../src/catalog/settings/settings';
import { header, type Bundle } from './bundle';
import { alertLinks } from './links';

export interface RecordingRule {
  readonly record: string;
  readonly expr: string;
  readonly labels?: Readonly<Record<string, string>>;
}

export interface AlertingRule {
  readonly alert: string;
  readonly expr: string;
  readonly for?: Duration;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** Rules of one system that are evaluated together: one group, one file, recording rules first. */
export interface RuleFile {
  readonly path: string;
  readonly group: string;
  readonly system: System;
  readonly interval: Duration;
  readonly alerts: readonly Alert[];
  readonly rules: ReadonlyArray<RecordingRule | AlertingRule>;
}

/** Rule files of a system, one per evaluation interval that its alerts need, and one for its light. */
export function ruleFiles(system: System, settings: Settings): RuleFile[] {
  const alerts = system.alerts.filter((alert) => enabledLevels(alert, settings).length > 0);
  // A light goes on looking at what no longer pages.
  const recorded = [...alerts, ...(system.light?.inputs ?? [])];
  const intervals = [...new Set(recorded.map((one) => evaluationOf(one, settings)))];
  const paced = intervals.map((interval): RuleFile => {
    const isPaced = (one: Pick<Alert, 'shape'>) => evaluationOf(one, settings) === interval;
    const own = alerts.filter(isPaced);
    return {
      path: `rules/${system.id}-${interval}.yaml`,
      group: `genwatch-${system.id}-${interval}`,
      system,
      interval,
      alerts: own,
      rules: [
        ...recordingRules(recorded.filter(isPaced)),
        ...own.flatMap((alert) => alertingRules(system, alert, settings)),
      ],
    };
  });
  return system.light ? [...paced, lightFile(system, system.light, settings)] : paced;
}

/** A record that two alerts share stands once. */
function recordingRules(recorded: ReadonlyArray<Pick<Alert, 'shape'>>): RecordingRule[] {
  const byName = new Map(recorded.map(({ shape }) => [shape.record, { record: shape.record, expr: shape.expr }]));
  return [...byName.values()];
}

/** A group of its own, because it looks at the records and alerts of all others; as slow as the slowest required one. */
function lightFile(system: System, light: Light, settings: Settings): RuleFile {
  const [interval = settings.evaluation.prometheus] = light.inputs
    .filter(({ required }) => required)
    .map((one) => evaluationOf(one, settings))
    .sort((a, b) => seconds(b) - seconds(a));
  const input = (name: string, expr: string): RecordingRule => ({
    record: light.inputRecord,
    expr,
    labels: { input: name },
  });
  return {
    path: `rules/${system.id}-light.yaml`,
    group: `genwatch-${system.id}-light`,
    system,
    interval,
    alerts: [],
    rules: [
      ...light.inputs.map((one) => input(one.name, lightInputExpression(one))),
      input(ALERTS_INPUT, alertsInputExpression(system.id, settings)),
      { record: light.record, expr: lightExpression(light) },
    ],
  };
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

function renderRuleFile({ system, group, interval, rules }: RuleFile): string {
  const groups = [{ name: group, interval, rules }];
  return (
    header(`src/catalog/systems/${system.id}`) + stringify({ groups }, { lineWidth: 0, aliasDuplicateObjects: false })
  );
}

export function emitRules({ systems, settings }: Catalog): Bundle {
  const files = systems.flatMap((system) => ruleFiles(system, settings));
  return new Map(files.map((file) => [file.path, renderRuleFile(file)]));
}
