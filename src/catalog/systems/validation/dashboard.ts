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
  readonly queries: Record<PanelQuery, Query>;
}

type PanelQuery =
  | 'offenders'
  | 'errorPatterns'
  | 'successPerDay'
  | 'weekly'
  | 'userExperience'
  | 'generationSuccess'
  | `documented${'SuccessPerDay' | 'Weekly' | 'UserExperience' | 'GenerationSuccess'}`;

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
      {
        title: 'How did it go, day by day and as the documents ask?',
        panels: [
          {
            title: 'Success per day',
            question:
              'Which share of the repair chains that ended on each day of the range ended fixed? A day without one has no rate; the last day may be partial.',
            draw: 'table',
            data: { kind: 'sql', query: queries.successPerDay },
            width: 12,
          },
          {
            title: 'Success per day, as documented (30 days)',
            question:
              'How many messages say "fixed issues" for each one that starts with "Fixing"? The two are counted apart, so the rate can pass 100 %.',
            draw: 'table',
            data: { kind: 'sql', query: queries.documentedSuccessPerDay },
            width: 12,
          },
          {
            title: 'Performance per week',
            question:
              'How many repair attempts did each week of the range see, in how many chats, and how did the chains end that ended in it?',
            draw: 'table',
            data: { kind: 'sql', query: queries.weekly },
            width: 12,
          },
          {
            title: 'Performance per week, as documented (4 weeks)',
            question:
              'What does the documented weekly overview say? It counts every chat as a project, and its first week is cut off.',
            draw: 'table',
            data: { kind: 'sql', query: queries.documentedWeekly },
            width: 12,
          },
          {
            title: 'User experience per day',
            question:
              'How many errors and repairs did users meet per message of theirs, and how many sessions had none?',
            draw: 'table',
            data: { kind: 'sql', query: queries.userExperience },
            width: 12,
          },
          {
            title: 'User experience per day, as documented (7 days)',
            question: 'What does the documented mean of the ratios of sessions say? A session ends at midnight there.',
            draw: 'table',
            data: { kind: 'sql', query: queries.documentedUserExperience },
            width: 12,
          },
          {
            title: 'Generation success per day',
            question: 'How many scenes were made for each one that a user asked for?',
            draw: 'table',
            data: { kind: 'sql', query: queries.generationSuccess },
            width: 12,
          },
          {
            title: 'Generation success per day, as documented (30 days)',
            question: 'What does the documented rate say? It misses "Create" and takes "padding" for a request.',
            draw: 'table',
            data: { kind: 'sql', query: queries.documentedGenerationSuccess },
            width: 12,
          },
        ],
      },
    ],
  };
}
