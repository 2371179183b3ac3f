import {
  ANALYTICS_COLUMNS,
  FAILURES_COLUMNS,
  LOGS_COLUMNS,
  MESSAGES_COLUMNS,
  RUNS_COLUMNS,
  TESTS_COLUMNS,
  type Settings,
  type TableSettings,
} from './settings';

/** What holds where `genwatch.config.yaml` says nothing. */
export const DEFAULT_SETTINGS: Settings = {
  thresholds: {},
  alerts: {},
  disabled: [],
  severities: { info: 'info', warning: 'warning', critical: 'critical' },
  labels: {},
  selectors: {
    exporter: { job: 'genwatch-exporter' },
    application: { job: 'codegen' },
    prober: { job: 'genwatch-prober' },
    ci: { job: 'ci' },
    prometheus: { job: 'prometheus' },
    alertmanager: { job: 'alertmanager' },
  },
  evaluation: { exporter: '1m', application: '15s', prober: '5s', ci: '1m', prometheus: '5s', alertmanager: '5s' },
  scrape: { interval: '10s', timeout: '4s' },
  targets: { exporter: ['127.0.0.1:9464'], prometheus: ['127.0.0.1:9090'], alertmanager: ['127.0.0.1:9093'] },
  exporter: { settle: '5s' },
  zones: { buckets: 'UTC', timestamps: 'UTC' },
  links: { runbooks: 'http://127.0.0.1:9465/runbooks', prometheus: 'http://127.0.0.1:9090' },
  delivery: { groupWait: '5s', groupInterval: '34s', repeatInterval: '4h' },
  receivers: { console: 'http://127.0.0.1:9465' },
  validation: {
    messages: asDocumented('messages', MESSAGES_COLUMNS),
    logs: asDocumented('logs', LOGS_COLUMNS),
    phrases: {
      attempt: ['^fixing'],
      success: ['\\bfixed issues\\b'],
      trip: ['\\bgiving up\\b', '\\bcircuit breaker\\b'],
      request: ['\\b(create|add|make)\\b'],
      completed: ['\\bscene completed\\b'],
      // The word in a sentence, not a call, a property or a name in code.
      error: ['(^|[^.(\\w])(\\w+error|errors?)([^\\w(.)=]|\\.(\\s|$)|$)'],
    },
    patterns: [
      { name: 'X Variable Bug', pattern: '\\bx is not defined\\b' },
      { name: 'Duplicate Declarations', pattern: '\\balready (been )?declared\\b' },
      { name: 'Missing FPS', pattern: '\\bspring\\b.*\\bfps\\b' },
      { name: 'Undefined Variables', pattern: '\\bundefined\\b|\\bis not defined\\b' },
      { name: 'Missing Imports', pattern: '\\bimports?\\b' },
    ],
    idle: '1h',
  },
  generation: {
    failures: { ...asDocumented('generation_failures', FAILURES_COLUMNS), rows: 'occurrences' },
    analytics: asDocumented('generation_analytics', ANALYTICS_COLUMNS),
    tests: asDocumented('auto_generated_tests', TESTS_COLUMNS),
    runs: asDocumented('auto_generated_test_runs', RUNS_COLUMNS),
    strikes: { failures: '3', window: '7d' },
    categories: [
      { category: 'rate_limit', pattern: '\\brate.?limit|\\btoo many requests\\b|\\b429\\b|\\bquota\\b' },
      {
        category: 'ai_timeout',
        pattern: '\\btime.?out\\b|\\btimed out\\b|\\bdeadline exceeded\\b|\\btook too long\\b',
      },
      {
        category: 'dependency_error',
        pattern:
          '\\b(cannot find|could not resolve|missing) (module|package|dependency)\\b|\\bpeer dep|\\bunmet dependency\\b',
      },
      {
        category: 'syntax_error',
        pattern: '\\bsyntax ?error\\b|\\bunexpected (token|end|identifier)\\b|\\bparse error\\b',
      },
      { category: 'validation_error', pattern: '\\bvalidation\\b|\\bdependenc(y|ies)\\b|\\binvalid\\b|\\bschema\\b' },
    ],
  },
};

/** Every section of `genwatch.config.yaml`: without the list of systems there are all of them. */
export const SETTING_NAMES: readonly string[] = ['systems', ...Object.keys(DEFAULT_SETTINGS)];

/** A table whose columns are called as the document calls them. */
function asDocumented<Column extends string>(table: string, columns: readonly Column[]): TableSettings<Column> {
  const names = Object.fromEntries(columns.map((column): [string, string] => [column, column])) as Record<
    Column,
    string
  >;
  return { table, columns: names, timestamps: 'timestamptz' };
}
