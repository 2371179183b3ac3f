import { type Alert } from '../../kinds/alert';
import { type Dashboard } from '../../kinds/dashboard';
import { type Query } from '../../kinds/query';
import { promql, type Select } from '../../kinds/selector';
import { validationMetrics as metrics } from './metrics';

interface Content {
  readonly select: Select;
  readonly alerts: Readonly<
    Record<'successRate' | 'attemptLimit' | 'circuitBreaker' | 'newPatterns' | 'attemptRate', Alert>
  >;
  readonly queries: { readonly offenders: Query; readonly errorPatterns: Query };
}

export function validationDashboard({ select, alerts, queries }: Content): Dashboard {
  const { successRate, attemptLimit, circuitBreaker, newPatterns, attemptRate } = alerts;
  return {
    uid: 'genwatch-validation',
    title: 'Genwatch: code validation',
    description: 'Does the validator repair what it generates, and does it stop when it cannot?',
    rows: [
      {
        title: 'Is repair working?',
        panels: [
          {
            title: 'Success rate, 24 h',
            question: 'Which share of the repair chains that ended in the last 24 hours ended with the scene fixed?',
            draw: 'stat',
            data: { kind: 'shape', shape: successRate.shape, legend: 'fixed' },
            threshold: successRate.threshold,
            runbook: successRate.name,
            width: 6,
          },
          {
            title: 'Success rate over time',
            question:
              'How did the success rate of the trailing 24 hours move, against its target and its alert levels?',
            draw: 'timeseries',
            data: { kind: 'shape', shape: successRate.shape, legend: 'fixed' },
            threshold: successRate.threshold,
            runbook: successRate.name,
            width: 18,
          },
        ],
      },
      {
        title: 'How do repair chains end?',
        panels: [
          {
            title: 'Chains by outcome, 24 h',
            question:
              'How many repair chains ended fixed, were given up or abandoned in the trailing 24 hours, and how many are open?',
            draw: 'timeseries',
            data: {
              kind: 'promql',
              expr: `max by (outcome) (${promql(select(metrics.chains, { window: '24h' }))})`,
              legend: '{{outcome}}',
            },
            unit: 'count',
            width: 12,
          },
          {
            title: 'Error patterns',
            question: 'Which errors do the repair attempts of the range name, and in how many chats?',
            draw: 'table',
            data: { kind: 'sql', query: queries.errorPatterns },
            width: 12,
          },
        ],
      },
      {
        title: 'Does the attempt limit hold?',
        panels: [
          {
            title: 'Longest chain, 24 h',
            question: 'How many attempts has the longest repair chain of a named scene?',
            draw: 'timeseries',
            data: { kind: 'shape', shape: attemptLimit.shape, legend: 'attempts' },
            threshold: attemptLimit.threshold,
            runbook: attemptLimit.name,
            width: 12,
          },
          {
            title: 'Chains over the limit',
            question:
              'Which chats and scenes went past the attempt limit in the range? An empty table is the good case.',
            draw: 'table',
            data: { kind: 'sql', query: queries.offenders },
            runbook: attemptLimit.name,
            width: 12,
          },
        ],
      },
      {
        title: 'What did the last hour bring?',
        panels: [
          {
            title: 'Circuit breaker trips, 1 h',
            question: 'How often did the circuit breaker end a repair in the trailing hour? Zero is the good case.',
            draw: 'timeseries',
            data: { kind: 'shape', shape: circuitBreaker.shape, legend: 'trips' },
            threshold: circuitBreaker.threshold,
            runbook: circuitBreaker.name,
            width: 8,
          },
          {
            title: 'Unknown errors, 1 h',
            question: 'How many repair attempts of the trailing hour name an error that no pattern knows?',
            draw: 'timeseries',
            data: { kind: 'shape', shape: newPatterns.shape, legend: 'attempts' },
            threshold: newPatterns.threshold,
            runbook: newPatterns.name,
            width: 8,
          },
          {
            title: 'Repair attempts, 1 h',
            question: 'How many repair attempts did the trailing hour have, whatever is usual?',
            draw: 'timeseries',
            data: { kind: 'shape', shape: attemptRate.shape, legend: 'attempts' },
            threshold: attemptRate.threshold,
            runbook: attemptRate.name,
            width: 8,
          },
        ],
      },
    ],
  };
}
