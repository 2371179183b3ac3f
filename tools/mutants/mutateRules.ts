import { type Duration, seconds } from '../../src/catalog/exact/duration';
import { type AlertingRule, type RecordingRule } from '../generate/rules';
import { mutateExpression } from './mutateExpression';

type Rule = RecordingRule | AlertingRule;

/** A whole set of rules with one mistake in it. */
export interface Mutant {
  readonly kind: string;
  /** Rule and what it became, for the list of survivors. */
  readonly what: string;
  readonly rules: readonly Rule[];
  /** The rule with the mistake, before and after it. */
  readonly rule: Rule;
  readonly mistaken: Rule;
}

export function mutateRules(rules: readonly Rule[], interval: Duration): Mutant[] {
  const severities = [...new Set(rules.flatMap((rule) => ('alert' in rule ? (rule.labels.severity ?? []) : [])))];
  return rules.flatMap((rule, i) =>
    mistakesIn(rule, interval, severities).map(({ kind, what, rule: mistaken }) => ({
      kind,
      what: `${nameOf(rule)}: ${what}`,
      rules: rules.map((other, k) => (k === i ? mistaken : other)),
      rule,
      mistaken,
    }))
  );
}

/** Of several rules with one record the labels tell which. */
const nameOf = (rule: Rule): string =>
  'record' in rule
    ? [rule.record, ...Object.values(rule.labels ?? {})].join(' ')
    : `${rule.alert} ${rule.labels.severity ?? ''}`;

interface Mistake {
  readonly kind: string;
  readonly what: string;
  readonly rule: Rule;
}

function mistakesIn(rule: Rule, interval: Duration, severities: readonly string[]): Mistake[] {
  const expressions = mutateExpression(rule.expr).map(({ kind, expr }) => ({
    kind,
    what: expr,
    rule: { ...rule, expr },
  }));
  return 'record' in rule
    ? expressions
    : [...expressions, ...wrongHold(rule, interval), ...lostLabels(rule), ...wrongSeverity(rule, severities)];
}

function wrongHold(rule: AlertingRule, interval: Duration): Mistake[] {
  const step = seconds(interval);
  const hold = seconds(rule.for ?? '0s');
  const wrong = hold === 0 ? [step] : [...new Set([hold - step, hold + step, 0])];
  return wrong.map((value) => ({
    kind: '"for" changed',
    what: `for ${value}s`,
    rule: { ...rule, for: `${value}s` as const },
  }));
}

function lostLabels(rule: AlertingRule): Mistake[] {
  return Object.keys(rule.labels).map((label) => ({
    kind: 'label dropped',
    what: `without ${label}`,
    rule: { ...rule, labels: Object.fromEntries(Object.entries(rule.labels).filter(([name]) => name !== label)) },
  }));
}

function wrongSeverity(rule: AlertingRule, severities: readonly string[]): Mistake[] {
  const other = severities.find((severity) => severity !== rule.labels.severity) ?? 'other';
  return [
    { kind: 'severity changed', what: `as ${other}`, rule: { ...rule, labels: { ...rule.labels, severity: other } } },
  ];
}
