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
}

export function mutateRules(rules: readonly Rule[], interval: Duration): Mutant[] {
  return rules.flatMap((rule, i) =>
    mistakesIn(rule, interval).map(({ kind, what, rule: mutated }) => ({
      kind,
      what: `${'record' in rule ? rule.record : `${rule.alert} ${rule.labels.severity ?? ''}`}: ${what}`,
      rules: rules.map((other, k) => (k === i ? mutated : other)),
    }))
  );
}

interface Mistake {
  readonly kind: string;
  readonly what: string;
  readonly rule: Rule;
}

function mistakesIn(rule: Rule, interval: Duration): Mistake[] {
  const expressions = mutateExpression(rule.expr).map(({ kind, expr }) => ({
    kind,
    what: expr,
    rule: { ...rule, expr },
  }));
  return 'record' in rule ? expressions : [...expressions, ...wrongHold(rule, interval), ...lostLabels(rule)];
}

function wrongHold(rule: AlertingRule, interval: Duration): Mistake[] {
  const step = seconds(interval);
  const hold = seconds(rule.for ?? '0s');
  const wrong = hold === 0 ? [step] : [hold - step, hold + step];
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
