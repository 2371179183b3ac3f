import { type Settings } from './settings';

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
    messages: {
      table: 'messages',
      columns: {
        id: 'id',
        chat_id: 'chat_id',
        role: 'role',
        content: 'content',
        scene_name: 'scene_name',
        created_at: 'created_at',
      },
      timestamps: 'timestamptz',
    },
    logs: { table: 'logs', columns: { message: 'message', created_at: 'created_at' }, timestamps: 'timestamptz' },
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
};
