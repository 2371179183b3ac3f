import { type DashboardRow } from '../../../kinds/dashboard';
import { promql } from '../../../kinds/selector';
import { generationMetrics as metrics } from '../metrics';
import { type Content } from './content';

export const recovery = ({
  select,
  alerts: { strikesUnanswered, triggerErrors, repeatedError, regression, flakyTest },
  queries,
}: Content): DashboardRow => ({
  title: 'What does it learn from its failures?',
  topic: 'health',
  panels: [
    {
      title: 'The way of each error type to its test',
      question:
        'Which error types have their first, second or third strike, whose test waits for review, and whose test passes? Those that need people come first.',
      draw: 'table',
      data: { kind: 'sql', query: queries.strikes },
      runbook: strikesUnanswered.name,
      width: 24,
    },
    {
      title: 'Strikes without a test, and errors of the trigger',
      question: 'Does the trigger make the tests that it should? Both are zero while it does.',
      draw: 'timeseries',
      data: [
        { kind: 'shape', shape: strikesUnanswered.shape, legend: 'error types without a test' },
        { kind: 'shape', shape: triggerErrors.shape, legend: 'errors of the trigger, 1 h' },
      ],
      threshold: strikesUnanswered.threshold,
      colors: { 'error types without a test': 'red', 'errors of the trigger, 1 h': 'orange' },
      runbook: [strikesUnanswered.name, triggerErrors.name],
      width: 8,
    },
    {
      title: 'Repeated failures and tests made, 7 d',
      question:
        'How often did the error type fail that failed most, of those whose test nobody has reviewed, and how many tests were made?',
      draw: 'timeseries',
      data: [
        { kind: 'shape', shape: repeatedError.shape, legend: 'failures of one error type' },
        {
          kind: 'promql',
          expr: `max(${promql(select(metrics.testsGenerated, { window: '7d' }))})`,
          legend: 'tests made',
        },
      ],
      threshold: repeatedError.threshold,
      colors: { 'failures of one error type': 'orange', 'tests made': 'blue' },
      runbook: repeatedError.name,
      width: 8,
    },
    {
      title: 'Tests that fail again, or are flaky',
      question:
        'Did a mended error come back, and does every test give one answer on one version? Both are zero when all is well.',
      draw: 'timeseries',
      data: [
        { kind: 'shape', shape: regression.shape, legend: 'regressions' },
        { kind: 'shape', shape: flakyTest.shape, legend: 'flaky tests' },
        {
          kind: 'promql',
          expr: `max(${promql(select(metrics.tests, { state: 'proposed' }))})`,
          legend: 'waiting for review',
        },
      ],
      threshold: regression.threshold,
      colors: { regressions: 'red', 'flaky tests': 'orange', 'waiting for review': 'blue' },
      runbook: [regression.name, flakyTest.name],
      width: 8,
    },
    {
      title: 'Tests',
      question:
        'Which tests were made, what became of them, and how sure are they? Those that wait for review come first.',
      draw: 'table',
      data: { kind: 'sql', query: queries.tests },
      runbook: regression.name,
      width: 24,
    },
  ],
});
