import { parse } from 'yaml';
import { alertBound, enabledLevels, holdOf, type Alert } from '../../src/catalog/kinds/alert';
import { lightLiterals, type Light } from '../../src/catalog/kinds/light';
import { print } from '../../src/catalog/exact/decimal';
import { type System } from '../../src/catalog/kinds/system';
import { type Settings } from '../../src/catalog/settings/settings';
import { type AlertingRule, type RecordingRule } from '../generate/rules';
import { literalsIn } from '../promql/literals';

type Rule = RecordingRule | AlertingRule;

/** Reads rule files as they stand and tells of every number in them that nothing in the catalog owns, and of every one missing. */
export function accountRules(systems: readonly System[], settings: Settings, files: readonly string[]): string[] {
  const rules = files.flatMap((text) =>
    (parse(text) as { groups: Array<{ rules: Rule[] }> }).groups.flatMap((group) => group.rules)
  );
  const alerts = systems.flatMap((system) => system.alerts);
  const lights = systems.flatMap(({ light }) => light ?? []);
  return [...rules.flatMap((rule) => unowned(rule, alerts, lights, settings)), ...missing(rules, alerts, settings)];
}

function unowned(rule: Rule, alerts: readonly Alert[], lights: readonly Light[], settings: Settings): string[] {
  if ('record' in rule) {
    const shapes = [...alerts, ...lights.flatMap(({ inputs }) => inputs)].map(({ shape }) => shape);
    return strays(rule.record, rule.expr, [
      ...shapes.filter(({ record }) => record === rule.record).flatMap(({ literals }) => literals),
      ...lights.flatMap((light) => lightLiterals(light)[rule.record] ?? []),
    ]);
  }
  const where = `${rule.alert} ${rule.labels.severity ?? ''}`;
  const alert = alerts.find(({ name }) => name === rule.alert);
  const level =
    alert && enabledLevels(alert, settings).find((one) => settings.severities[one] === rule.labels.severity);
  if (!alert || !level) {
    return [`${where}: the catalog has no such alert and level`];
  }
  const bound = print(alertBound(alert, level).value);
  return [
    ...strays(where, rule.expr, [bound, ...alert.shape.literals]),
    ...(literalsIn(rule.expr).some(({ text }) => text === bound)
      ? []
      : [`${where}: its bound ${bound} is not in ${rule.expr}`]),
    ...((rule.for ?? '0s') === holdOf(alert, level)
      ? []
      : [`${where}: waits ${rule.for ?? '0s'}, the catalog says ${holdOf(alert, level)}`]),
  ];
}

const strays = (where: string, expr: string, owned: readonly string[]): string[] =>
  literalsIn(expr)
    .filter(({ text }) => !owned.includes(text))
    .map(({ kind, text }) => `${where}: ${kind} ${text} belongs to nothing in the catalog`);

function missing(rules: readonly Rule[], alerts: readonly Alert[], settings: Settings): string[] {
  const present = rules.map((rule) => ('record' in rule ? rule.record : `${rule.alert} ${rule.labels.severity ?? ''}`));
  return alerts
    .flatMap((alert) => enabledLevels(alert, settings).map((level) => `${alert.name} ${settings.severities[level]}`))
    .filter((name) => !present.includes(name))
    .map((name) => `${name}: no rule file has it`);
}
