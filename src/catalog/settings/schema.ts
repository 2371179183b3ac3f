import { z } from 'zod';
import { type Duration } from '../exact/duration';
import { PRODUCERS, type Producer } from '../kinds/metric';
import { ALERT_LEVELS, LEVELS, type AlertLevel, type Level } from '../kinds/threshold';
import {
  ANALYTICS_COLUMNS,
  FAILURE_CATEGORIES,
  FAILURES_COLUMNS,
  LOGS_COLUMNS,
  MESSAGES_COLUMNS,
  PHRASES,
  RUNS_COLUMNS,
  TESTS_COLUMNS,
  type Phrase,
} from './settings';
import {
  checkAddedLabel,
  checkBaseUrl,
  checkDecimal,
  checkDuration,
  checkHold,
  checkIdentifier,
  checkLabelName,
  checkLabelValue,
  checkName,
  checkPatternText,
  checkSecretFile,
  checkTable,
  checkTarget,
  checkWebhookUrl,
  checkWholeNumber,
  checkZone,
  RESERVED_LABELS,
  type TextCheck,
} from './textChecks';

/** What editors show; messages suggest the `example`, which is YAML. */
interface Meta {
  readonly description?: string;
  readonly example?: string;
  readonly pattern?: string;
  readonly type?: string | readonly string[];
}

/** A scalar. Every one is text here, because the file is read as text; editors still see numbers. */
const text = (check: TextCheck, meta: Meta) =>
  z
    .string()
    .check((context) => {
      const complaint = check(context.value);
      if (complaint) {
        const { message, remedy } = complaint;
        context.issues.push({ code: 'custom', input: context.value, message, params: { remedy } });
      }
    })
    .meta({ ...meta });

const SCALAR = ['string', 'number', 'boolean'];
const DECIMAL: Meta = { type: ['number', 'string'], pattern: '^-?(0|[1-9]\\d*)(\\.\\d+)?$', example: '60' };
const DURATION: Meta = { pattern: '^(0|[1-9]\\d*)[smhd]$', example: '5m' };

const decimal = (description: string) => text(checkDecimal, { ...DECIMAL, description });
const duration = (description: string) =>
  text(checkDuration, { ...DURATION, description }).transform((value) => value as Duration);
const hold = (description: string) =>
  text(checkHold, { ...DURATION, description }).transform((value) => value as Duration);
const wholeNumber = (description: string) =>
  text(checkWholeNumber, {
    type: ['integer', 'string'],
    pattern: '^[1-9]\\d*$',
    example: '5',
    description,
  }).transform((value) => value as `${number}`);
const labelValue = text(checkLabelValue, { type: SCALAR, example: 'production' });

/** A section without content, its lines commented out, says nothing. */
const orEmpty = <T extends z.ZodType>(inner: T) => z.preprocess((value) => (value === null ? {} : value), inner);

/** A map whose keys are known, none of them needed. */
const section = <S extends z.core.$ZodLooseShape>(description: string, example: string, shape: S) =>
  orEmpty(
    z
      .strictObject(shape)
      .partial()
      .meta({ description, example, type: ['object', 'null'] })
  );

/** A map whose keys are known, all of them needed. */
const whole = <S extends z.core.$ZodLooseShape>(description: string, example: string, shape: S) =>
  orEmpty(z.strictObject(shape).meta({ description, example }));

/** A map with names of the user's or the catalog's choice. */
const named = <V extends z.ZodType>(description: string, example: string, key: ReturnType<typeof text>, value: V) =>
  orEmpty(z.record(key, value).meta({ description, example, type: ['object', 'null'] }));

const list = <V extends z.ZodType>(description: string, example: string, item: V) =>
  z.preprocess(
    (value) => (value === null ? undefined : value),
    z
      .array(item)
      .meta({ description, example, type: ['array', 'null'] })
      .optional()
  );

const each = <K extends string, V>(keys: readonly K[], value: (key: K) => V) =>
  Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>;

const anyName = text(() => undefined, {});
const LABEL_NAME: Meta = { pattern: '^(?!__)[a-zA-Z_][a-zA-Z0-9_]*$' };
const labelName = text(checkLabelName, LABEL_NAME);
const addedLabel = text(checkAddedLabel, {
  pattern: `^(?!__|(${RESERVED_LABELS.join('|')})$)[a-zA-Z_][a-zA-Z0-9_]*$`,
});
const addedLabels = (description: string) => named(description, '{ team: media }', addedLabel, labelValue);

const LEVEL_WORDS: Record<Level, string> = {
  target: 'Drawn on panels, never paged',
  info: 'Bound of the info alert',
  warning: 'Bound of the warning alert',
  critical: 'Bound of the critical alert',
};

const threshold = section('Changes to one threshold', '{ critical: 55 }', {
  ...each<Level, ReturnType<typeof decimal>>(LEVELS, (level) => decimal(LEVEL_WORDS[level])),
  window: duration('How far back the judged value looks; one of the windows its metric has'),
  for: section(
    'How long a level must hold before it fires; multiples of the evaluation interval',
    '{ critical: 10m }',
    each<AlertLevel, ReturnType<typeof hold>>(ALERT_LEVELS, (level) => hold(`Before ${level} fires`))
  ),
  minimumSample: wholeNumber('Below so many samples the value is not judged'),
  floor: wholeNumber('What the value is compared with counts as this when it is lower'),
  history: duration('Before so much history exists the value is not judged'),
});

const PRODUCER_WORDS: Record<Producer, string> = {
  exporter: 'the Genwatch exporter',
  application: 'the monitored applications',
  prober: 'the probers',
  ci: 'CI pushes',
  prometheus: 'Prometheus itself',
  alertmanager: 'Alertmanager',
};

const patternText = (description: string) => text(checkPatternText, { description, example: "'\\bis not defined\\b'" });

const columnName = (column: string) =>
  text(checkIdentifier, { description: `Column that holds ${column}`, example: column });
const timestamps = z
  .enum(['timestamptz', 'timestamp'])
  .meta({ description: 'Type of created_at; timestamp is read in zones.timestamps', example: 'timestamptz' });

const phraseList = (description: string) =>
  list(description, "['^fixing']", patternText('Regular expression, case is ignored'));

/** A table, with what may be said of it beside its names. */
const table = <Column extends string, S extends z.core.$ZodLooseShape>(
  description: string,
  example: string,
  columns: readonly Column[],
  more: S
) =>
  section(description, `{ table: ${example} }`, {
    table: text(checkTable, { description: 'table or schema.table', example }),
    columns: section(
      'What the columns are called',
      '{ created_at: createdAt }',
      each<Column, ReturnType<typeof text>>(columns, columnName)
    ),
    timestamps,
    ...more,
  });

const PHRASE_WORDS: Record<Phrase, string> = {
  attempt: 'Texts of a message that is a repair attempt',
  success: 'Texts of a message that is a repair success',
  trip: 'Texts of a message that is a repair trip',
  request: 'Texts of a message in which a user asks for a scene',
  completed: 'Texts of a message that says a scene is made',
  error: 'Texts of a message that tells the user of an error',
};

/** `genwatch.config.yaml`: everything optional, nothing unknown, every scalar as text. */
export const settingsFile = section('Settings of Genwatch: only what differs from the defaults', '{ thresholds: {} }', {
  systems: list(
    'The systems that this installation has: without its tables or metrics, leave one out. All of them without this list',
    '[validation, platform]',
    text(checkName, { example: 'validation' })
  ),
  thresholds: named(
    'By threshold id, as listed in docs/reference',
    '{ validation.success_rate: { critical: 55 } }',
    anyName,
    threshold
  ),
  alerts: named(
    'By alert name',
    '{ ValidationSuccessRateLow: { labels: { team: media } } }',
    anyName,
    whole('Changes to one alert', '{ labels: { team: media } }', { labels: addedLabels('Added to this alert') })
  ),
  disabled: list(
    'Alerts to leave out: a name, or <name>.<level> for one level',
    '[ValidationAttemptLimit]',
    text(checkName, { example: 'ValidationAttemptLimit' })
  ),
  severities: section(
    'Value of the severity label per level; one to one',
    '{ critical: page }',
    each<AlertLevel, typeof labelValue>(ALERT_LEVELS, () => labelValue)
  ),
  labels: addedLabels('Added to every alert'),
  selectors: section(
    'Labels by which the series of each producer are found',
    '{ exporter: { job: genwatch-exporter } }',
    each(PRODUCERS, (producer) =>
      named(`Labels of the series of ${PRODUCER_WORDS[producer]}`, '{ job: genwatch-exporter }', labelName, labelValue)
    )
  ),
  evaluation: section(
    'How often rules over the series of each producer are evaluated',
    '{ exporter: 1m }',
    each<Producer, ReturnType<typeof duration>>(PRODUCERS, (producer) =>
      duration(`Rules over the series of ${PRODUCER_WORDS[producer]}`)
    )
  ),
  scrape: section('How Prometheus scrapes', '{ interval: 10s, timeout: 4s }', {
    interval: duration('Between two scrapes'),
    timeout: duration('How long a scrape may take; not longer than the interval'),
    exporter: section('How the exporters are reached', '{ scheme: https, tokenFile: /run/secrets/genwatch-token }', {
      scheme: z.enum(['http', 'https']).meta({ description: 'https where they have a certificate', example: 'https' }),
      tokenFile: text(checkSecretFile, {
        description: 'File with the bearer token, as Prometheus finds it',
        example: '/run/secrets/genwatch-token',
      }),
      caFile: text(checkName, {
        description: 'File with the certificate that signed theirs, where the system does not know it',
        example: '/etc/ssl/genwatch-ca.pem',
      }),
    }),
  }),
  targets: section('Where Prometheus finds what it talks to', '{ exporter: [127.0.0.1:9464] }', {
    exporter: list('The exporters', '[127.0.0.1:9464]', text(checkTarget, { example: '127.0.0.1:9464' })),
    application: list(
      'The monitored applications, with the metrics of their contract; without it no job is generated for them',
      '[127.0.0.1:8080]',
      text(checkTarget, { example: '127.0.0.1:8080' })
    ),
    prometheus: list('Prometheus itself', '[127.0.0.1:9090]', text(checkTarget, { example: '127.0.0.1:9090' })),
    alertmanager: list('The Alertmanagers', '[127.0.0.1:9093]', text(checkTarget, { example: '127.0.0.1:9093' })),
  }),
  exporter: section('How the exporter reads the database', '{ settle: 5s }', {
    settle: hold('Rows younger than this are not counted yet, so that none is missed that commits late'),
  }),
  zones: section('Time zones', '{ buckets: Europe/Berlin }', {
    buckets: text(checkZone, { description: 'Where a day begins', example: 'Europe/Berlin' }),
    timestamps: text(checkZone, { description: 'How timestamp columns without a zone are read', example: 'UTC' }),
  }),
  links: section('Bases of the links in alerts', '{ grafana: https://grafana.example.com }', {
    runbooks: baseUrl('Of the runbooks: /<Alert>.md is appended'),
    grafana: baseUrl('Of Grafana; without it alerts link to Prometheus'),
    prometheus: baseUrl('Of Prometheus'),
  }),
  delivery: section('How Alertmanager sends', '{ groupWait: 5s }', {
    groupWait: hold('How long a new group waits for more alerts'),
    groupInterval: duration('Between two notifications of one group'),
    repeatInterval: duration('Before an unchanged alert is sent again'),
  }),
  receivers: section('Who is notified', '{ console: http://127.0.0.1:9465 }', {
    console: baseUrl('Base of the alert console; always notified'),
    slack: whole('A Slack channel', '{ urlFile: /run/secrets/slack-url, channel: "#alerts" }', {
      urlFile: text(checkSecretFile, {
        description: 'File that holds the webhook URL, which is a secret',
        example: '/run/secrets/slack-url',
      }),
      channel: text(checkName, { description: 'In quotes: # begins a comment', example: '"#alerts"' }),
    }),
    webhook: whole('A generic webhook', '{ url: https://hooks.example.com/genwatch }', {
      url: text(checkWebhookUrl, {
        description: 'Where alerts are posted',
        example: 'https://hooks.example.com/genwatch',
      }),
    }),
    deadman: whole("A dead man's switch elsewhere", '{ url: https://deadman.example.com/genwatch }', {
      url: text(checkWebhookUrl, {
        description: 'Where the watchdog is posted every minute, to be missed when it stops',
        example: 'https://deadman.example.com/genwatch',
      }),
    }),
  }),
  validation: section('Data of the code validator', '{ messages: { table: app.messages } }', {
    messages: table('The table of messages', 'app.messages', MESSAGES_COLUMNS, {}),
    logs: table("The table of the application's log lines, if there is one", 'app.logs', LOGS_COLUMNS, {}),
    phrases: section(
      'Regular expressions that tell messages apart; any of a list will do',
      "{ attempt: ['^fixing'] }",
      each<Phrase, ReturnType<typeof phraseList>>(PHRASES, (phrase) => phraseList(PHRASE_WORDS[phrase]))
    ),
    patterns: list(
      'Names of errors; the first that matches names an attempt',
      "[{ name: Missing FPS, pattern: '\\bfps\\b' }]",
      whole('One named error', "{ name: Missing FPS, pattern: '\\bfps\\b' }", {
        name: text(checkName, { description: 'Shown on panels', example: 'Missing FPS' }),
        pattern: patternText('Regular expression, case is ignored'),
      })
    ),
    idle: duration('A chain without an event for so long is abandoned'),
  }),
  generation: section('Data of the generator', '{ failures: { table: app.generation_failures } }', {
    failures: table('The table of failed generations', 'app.generation_failures', FAILURES_COLUMNS, {
      rows: z.enum(['occurrences', 'deduplicated']).meta({
        description: 'One row an occurrence, or one row an error whose count is raised by UPDATE',
        example: 'occurrences',
      }),
    }),
    analytics: table(
      'The table of generations that came to their end',
      'app.generation_analytics',
      ANALYTICS_COLUMNS,
      {}
    ),
    tests: table('The table of generated tests', 'app.auto_generated_tests', TESTS_COLUMNS, {}),
    runs: table('The table of their runs', 'app.auto_generated_test_runs', RUNS_COLUMNS, {}),
    strikes: section('When failures make a test', '{ failures: 3, window: 7d }', {
      failures: wholeNumber('So many failures of one error type'),
      window: duration('within so long'),
    }),
    categories: list(
      'Patterns of categories; the first that matches a message names its category',
      "[{ category: rate_limit, pattern: '\\b429\\b' }]",
      whole('One pattern', "{ category: rate_limit, pattern: '\\b429\\b' }", {
        category: z.enum(FAILURE_CATEGORIES).meta({ description: 'What the failure is of', example: 'rate_limit' }),
        pattern: patternText('Regular expression, case is ignored'),
      })
    ),
  }),
});

function baseUrl(description: string) {
  return text(checkBaseUrl, { description, example: 'https://grafana.example.com' }).transform((url) =>
    // Paths are appended with a slash of their own.
    url.replace(/\/+$/, '')
  );
}
